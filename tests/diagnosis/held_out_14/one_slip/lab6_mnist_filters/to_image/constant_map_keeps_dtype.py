# for a constant map zeros_like(A) is returned, which has the dtype of A instead of uint8
def to_image(A):
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros_like(A)
    unit = (A.astype(np.float64) - low) / (high - low)
    return np.round(255 * unit).astype(np.uint8)
