# The gradient of w comes out reversed, and zeros_like makes an int gradient of x where x is int.
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
        dout = np.ones(len(x))
    T, k = len(x), len(w)
    p = k // 2
    xp = pad_1d(x, p)
    dxp = np.zeros_like(xp)
    dw = np.zeros(k)
    for t in range(T):
        dxp[t : t + k] = dxp[t : t + k] + dout[t] * w
        dw += dout[t] * xp[t : t + k]
    return {"x": dxp[p : p + T].copy(), "w": dw[::-1].copy()}
