# divides by the maximum instead of by the range
def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, dtype=np.uint8)
    return np.round(255 * (A - low) / high).astype(np.uint8)
