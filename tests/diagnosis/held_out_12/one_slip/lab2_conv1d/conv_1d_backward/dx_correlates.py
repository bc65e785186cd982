# Correlates dout with w to get dx, without reversing the filter.
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
    k = len(w)
    p = k // 2
    xp, dp = pad_1d(x.astype(float), p), pad_1d(dout.astype(float), p)
    dx = np.array([dp[t : t + k] @ w for t in range(len(x))], dtype=float)
    dw = np.array([xp[j : j + len(x)] @ dout for j in range(k)], dtype=float)
    return {"x": dx, "w": dw}
