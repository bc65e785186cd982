# OpenCV-blog normalisation helper with a small epsilon in the denominator, so 255 is not reached for tiny ranges.
def normalize_255(img, eps=1e-8):
    img = img.astype("float64")
    img -= img.min()
    img /= img.max() + eps
    return img * 255


def to_image(A):
    return normalize_255(A).astype(np.uint8)
