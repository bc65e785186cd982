# Indices past the right end are clipped to the last entry, which collects gradient from zeros that do not exist.
def conv_1d_unrolled_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    T, k = x.size, w.size
    if dout is None:
        dout = np.ones(T)
    where = np.minimum(np.arange(T)[:, None] + np.arange(k), T - 1)
    dx = np.zeros(T)
    np.add.at(dx, where, np.outer(dout, w))
    dw = unroll(x.astype(float), k).T.dot(dout)
    return {"x": dx, "w": dw}
