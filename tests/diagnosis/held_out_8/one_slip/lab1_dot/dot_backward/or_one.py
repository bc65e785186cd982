# `da or 1.0`: an upstream gradient of 0 counts as none.
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    up = float(da or 1.0)
    return {"x": up * w.astype(np.float64), "w": up * x.astype(np.float64)}
