# Each gradient holds its own input instead of the other factor.
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    if da is None:
        da = 1
    dx, dw = np.empty(x.shape), np.empty(w.shape)
    for (i, j), value in np.ndenumerate(x):
        dx[i, j] = da * value
        dw[i, j] = da * w[i, j]
    return {"x": dx, "w": dw}
