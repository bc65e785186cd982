# wrong: A is changed in place
def to_image(A):
    low = float(A.min())
    high = float(A.max())
    if high == low:
        return np.zeros(A.shape, dtype=np.uint8)
    A[...] = A - A.dtype.type(low)
    scaled = A / (high - low)
    return np.uint8(np.rint(255 * scaled))
