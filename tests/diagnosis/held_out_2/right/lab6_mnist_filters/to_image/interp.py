# right
def to_image(A):
    lo, hi = float(A.min()), float(A.max())
    if lo == hi:
        return np.zeros(A.shape, np.uint8)
    return np.interp(A.astype(float), (lo, hi), (0.0, 255.0)).round().astype("uint8")
