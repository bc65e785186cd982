# Overwrites dx at each window with = instead of adding with +=.
def conv_1d_backward(x, w, dout=None):
    """Gradients of `conv_1d`.

    Parameters
    ----------
    x : array (T,)
    w : array (k,), k odd
    dout : array (T,), optional
        Upstream gradient, the gradient of the loss by each output. Ones by default.

    Returns
    -------
    dict
        ``{'x': array (T,), 'w': array (k,)}``, both float64.
    """
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    if dout is None:
        dout = np.ones(x.shape)
    T, k = len(x), len(w)
    p = k // 2
    xp = pad_1d(x.astype(np.float64), p)
    dxp = np.zeros(T + 2 * p)
    dw = np.zeros(k)
    for t in range(T):
        dxp[t : t + k] = w * dout[t]
        dw += xp[t : t + k] * dout[t]
    return {"x": dxp[p : p + T].copy(), "w": dw}
