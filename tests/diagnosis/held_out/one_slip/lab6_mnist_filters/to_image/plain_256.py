# wrong: times 256: white wraps to black
def to_image(A):
    A = np.asarray(A, dtype=np.float64)
    low = A.min()
    high = A.max()
    if high == low:
        return np.zeros(A.shape, dtype=np.uint8)
    scaled = (A - low) / (high - low)
    return np.uint8(np.rint(256 * scaled))
