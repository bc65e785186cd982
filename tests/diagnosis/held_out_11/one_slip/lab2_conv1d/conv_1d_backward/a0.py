# Overwrites the gradient of x where windows overlap.
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
    p = len(w) // 2
    padded = pad_1d(x, p)
    dx_padded = np.zeros(len(padded))
    dw = np.zeros(len(w))
    for t in range(len(x)):
        dx_padded[t:t + len(w)] = dout[t] * w
        dw += dout[t] * padded[t:t + len(w)]
    return {'x': dx_padded[p:p + len(x)], 'w': dw}
