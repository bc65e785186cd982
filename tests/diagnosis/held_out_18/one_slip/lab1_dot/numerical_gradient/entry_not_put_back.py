# the entry is not put back after its step (the copy stays at x - h there), so the slopes of later entries are measured at a shifted point
import numpy as np
def numerical_gradient(f, x, h=1e-5):
    pts = np.array(x, dtype=np.float64)
    out = np.empty(pts.shape)
    for where in np.ndindex(pts.shape):
        pts[where] += h
        hi = f(pts)
        pts[where] -= 2 * h
        lo = f(pts)
        out[where] = (hi - lo) / (2 * h)
    return out
