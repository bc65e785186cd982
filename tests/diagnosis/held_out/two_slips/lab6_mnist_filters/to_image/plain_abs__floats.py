# wrong: of the absolute value; floats between 0 and 1 are returned
def to_image(A):
    A = np.abs(np.asarray(A, dtype=np.float64))
    low = A.min()
    high = A.max()
    if high == low:
        return np.zeros(A.shape, dtype=np.uint8)
    scaled = (A - low) / (high - low)
    return scaled
