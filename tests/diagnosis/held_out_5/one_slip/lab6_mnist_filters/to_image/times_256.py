# wrong: times 256 before the cast: the maximum wraps to 0
def to_image(A):
    A = np.asarray(A, dtype=float)
    low, high = np.amin(A), np.amax(A)
    if low == high:
        return np.zeros(A.shape, dtype=np.uint8)
    return ((A - low) / (high - low) * 256).astype(int).astype(np.uint8)
