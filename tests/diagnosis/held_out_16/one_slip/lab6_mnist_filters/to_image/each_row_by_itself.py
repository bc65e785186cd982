# lowest and highest are taken row by row (axis=1), so every row is stretched by itself; a row that is constant stays 0
def to_image(A):
    A = np.array(A, dtype=np.float64)
    low = A.min(axis=1, keepdims=True)
    high = A.max(axis=1, keepdims=True)
    span = np.where(high > low, high - low, 1.0)
    return np.round((A - low) / span * 255).astype(np.uint8)
