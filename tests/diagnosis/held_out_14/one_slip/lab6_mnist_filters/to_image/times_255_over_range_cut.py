# 255 is divided by the range first and the product is cut off, so by a rounding error the highest number may become 254
def to_image(A):
    B = A.astype(np.float64)
    B = B - B.min()
    span = B.max()
    if span == 0:
        return B.astype(np.uint8)
    factor = 255 / span
    return (B * factor).astype(np.uint8)
