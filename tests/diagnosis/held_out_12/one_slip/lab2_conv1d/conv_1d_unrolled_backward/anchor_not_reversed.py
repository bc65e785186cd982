# Unrolls dout to the right for dx as in forward; the anchor must reverse.
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
    g = dout.astype(float)
    return {"x": unroll(g, len(w)) @ w.astype(float), "w": unroll(x.astype(float), len(w)).T @ g}
