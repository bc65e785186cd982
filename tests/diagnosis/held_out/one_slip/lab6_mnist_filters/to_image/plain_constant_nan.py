# wrong: a constant map divides by zero
def to_image(A):
    A = np.asarray(A, dtype=np.float64)
    low = A.min()
    high = A.max()
    scaled = (A - low) / (high - low)
    return np.uint8(np.rint(255 * scaled))
