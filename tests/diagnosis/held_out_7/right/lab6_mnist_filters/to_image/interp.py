# right
# np.interp between the extremes
def to_image(A):
    lo, hi = float(A.min()), float(A.max())
    if lo == hi:
        return np.zeros(A.shape, dtype=np.uint8)
    return np.interp(A, [lo, hi], [0, 255]).astype(np.uint8)
