# right: linear interpolation by np.interp between lowest and highest, rounded.
def to_image(A):
    if A.ndim != 2 or A.size == 0:
        raise ValueError(f"A must be 2-D and not empty, got shape {A.shape}")
    A = np.asarray(A, dtype=np.float64)
    lo, hi = A.min(), A.max()
    if not lo < hi:
        return np.zeros(A.shape, np.uint8)
    return np.rint(np.interp((A - lo) / (hi - lo), [0, 1], [0, 255])).astype(np.uint8)
