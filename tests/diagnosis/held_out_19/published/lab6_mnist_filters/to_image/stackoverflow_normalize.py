# the recipe of StackOverflow: a constant map is divided 0 by 0, with a warning
def to_image(A):
    img = A.astype(np.float64)
    img -= img.min()
    img /= img.max()
    img = img * 255.0
    return img.astype(np.uint8)
