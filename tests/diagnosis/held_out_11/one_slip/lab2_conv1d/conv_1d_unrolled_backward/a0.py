# Keeps the anchor at the left in the backward pass too.
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
    if dout is None:
        dout = np.ones(len(x))
    dx = np.zeros(len(x))
    for t in range(len(x)):
        for j in range(len(w)):
            if t + j < len(x):
                dx[t] += dout[t + j] * w[j]
    dw = unroll(x, len(w)).T @ dout
    return {'x': dx, 'w': dw.astype(float)}
