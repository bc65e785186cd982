# right: adjoint by the transpose of an explicit matrix.
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
    n, k = len(x), len(w)
    g = np.ones(n) if dout is None else dout.astype(float)
    A = np.zeros((n, n))
    for j in range(min(k, n)):
        A += np.diag(np.full(n - j, float(w[j])), j)
    return {"x": A.T @ g, "w": g @ unroll(x.astype(float), k)}
