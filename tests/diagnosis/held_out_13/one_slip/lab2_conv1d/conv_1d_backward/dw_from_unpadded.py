# Reads x instead of the padded x for dw, so that the windows start one half filter too late.
def conv_1d_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    T, K = len(x), len(w)
    g = np.ones(T) if dout is None else dout.astype(float)
    p = K // 2
    dx_long, dw = np.zeros(T + 2 * p), np.zeros(K)
    for t in range(T):
        dx_long[t : t + K] += g[t] * w
        window = x[t : t + K]
        dw[: len(window)] += g[t] * window
    return {"x": dx_long[p : p + T], "w": dw}
