# An upstream gradient that is all zeros is taken for "not given" and replaced by ones.
def conv_1d_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    if dout is None or not np.any(dout):
        dout = np.ones(x.shape)
    n, k = x.size, w.size
    # M[t, j] = s where y[t] uses x[s] with w[j]
    s = np.arange(n)[:, None] + np.arange(k)[None, :] - k // 2
    inside = (s >= 0) & (s < n)
    safe = np.where(inside, s, 0)
    dx = np.zeros(n)
    np.add.at(dx, safe, np.where(inside, dout[:, None] * w[None, :], 0.0))
    dw = np.sum(np.where(inside, x[safe], 0.0) * dout[:, None], axis=0, dtype=np.float64)
    return {"x": dx, "w": dw}
