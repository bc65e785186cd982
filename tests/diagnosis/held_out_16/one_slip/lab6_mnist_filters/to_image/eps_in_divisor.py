# 1e-8 is added to the divisor, so where the numbers lie close together the highest does not reach 255
def to_image(A):
    x = A.astype(np.float64)
    x = x - x.min()
    x = x / (x.max() + 1e-8)
    return np.rint(255 * x).astype("uint8")
