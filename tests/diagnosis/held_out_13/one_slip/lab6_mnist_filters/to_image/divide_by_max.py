# Divides by the highest number instead of by highest minus lowest.
def to_image(A):
    if A.ndim != 2 or A.size == 0:
        raise ValueError(f"A must be 2-D and not empty, got shape {A.shape}")
    A = A.astype(np.float64)
    lo, hi = A.min(), A.max()
    if lo == hi:
        return np.zeros(A.shape, dtype=np.uint8)
    shifted = A - lo
    return np.round(shifted / abs(hi) * 255).clip(0, 255).astype(np.uint8)
