# What is left after the lowest is taken off is divided by the largest entry, not by the range.
def to_image(A):
    A = A.astype(float)
    lo, hi = A.min(), A.max()
    if lo == hi:
        return np.zeros(A.shape, dtype=np.uint8)
    scaled = (A - lo) / hi if hi != 0 else A - lo
    return np.clip(np.round(255 * scaled), 0, 255).astype(np.uint8)
