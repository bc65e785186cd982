# np.interp from lowest and highest to 0 and 255, rounded; constants by np.ptp
def to_image(A):
    lo, hi = float(A.min()), float(A.max())
    if hi - lo == 0.0:
        return np.zeros(A.shape, dtype=np.uint8)
    return np.rint(np.interp(A.astype(float), [lo, hi], [0.0, 255.0])).astype(np.uint8)
