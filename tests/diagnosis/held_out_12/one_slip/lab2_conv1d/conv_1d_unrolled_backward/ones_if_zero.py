# Treats a dout of zeros as if it were not given, because of `not np.any`.
def conv_1d_unrolled_backward(x, w, dout=None):
    """Gradients of `conv_1d_unrolled`.

    Parameters
    ----------
    x : array (T,)
    w : array (k,)
    dout : array (T,), optional
        Upstream gradient. Ones by default.

    Returns
    -------
    dict
        ``{'x': array (T,), 'w': array (k,)}``, both float64.
    """
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    if dout is None or not np.any(dout):
        dout = np.ones(len(x))
    T, k = len(x), len(w)
    dx, dw = np.zeros(T), np.zeros(k)
    for t in range(T):
        for j in range(k):
            if t + j < T:
                dx[t + j] += dout[t] * w[j]
                dw[j] += dout[t] * x[t + j]
    return {"x": dx, "w": dw}
