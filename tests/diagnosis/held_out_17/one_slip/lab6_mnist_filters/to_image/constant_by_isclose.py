# calls a map constant when max and min are close (np.isclose), so maps with a small spread become black
def to_image(A):
    lo, hi = float(np.min(A)), float(np.max(A))
    if np.isclose(lo, hi):
        return np.zeros(A.shape, np.uint8)
    unit = (A.astype(float) - lo) / (hi - lo)
    return (unit * 255).astype(np.uint8)
