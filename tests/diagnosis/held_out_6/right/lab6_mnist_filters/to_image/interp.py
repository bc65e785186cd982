# right
def to_image(A):
    if A.ndim != 2 or A.size == 0:
        raise ValueError(f"A must be 2-D and not empty, got shape {A.shape}")
    low, high = float(np.min(A)), float(np.max(A))
    if low == high:
        return np.zeros(A.shape, np.uint8)
    return np.rint(np.interp(A, [low, high], [0, 255])).astype(np.uint8)
