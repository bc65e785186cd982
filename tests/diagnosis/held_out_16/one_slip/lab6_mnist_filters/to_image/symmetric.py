# zero is put in the middle (scaled by the largest absolute value), so the lowest or the highest number does not become 0 or 255
def to_image(A):
    A = np.asarray(A, dtype=np.float64)
    if A.max() == A.min():
        return np.zeros(A.shape, np.uint8)
    m = np.abs(A).max()
    return np.round((A / m + 1) / 2 * 255).astype(np.uint8)
