# the dictionary's keys are 'dx' and 'dw' instead of 'x' and 'w'
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    upstream = 1 if da is None else da
    dx = np.array(w, dtype=float) * upstream
    dw = np.array(x, dtype=float) * upstream
    return {"dx": dx, "dw": dw}
