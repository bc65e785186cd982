# wrong: divided by the largest value, lowest not subtracted
def to_image(A):
    A = np.asarray(A, dtype=np.float64)
    low = A.min()
    high = A.max()
    if high == low:
        return np.zeros(A.shape, dtype=np.uint8)
    scaled = np.clip(A / high, 0, 1)
    return np.uint8(np.rint(255 * scaled))
