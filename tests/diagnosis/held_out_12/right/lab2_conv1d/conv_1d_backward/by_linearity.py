# right: uses linearity, each gradient entry is the forward pass of a unit vector times dout.
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
    g = np.ones(len(x)) if dout is None else np.asarray(dout, float)
    xf, wf = x.astype(float), w.astype(float)
    return {
        "x": np.array([conv_1d(e, wf) @ g for e in np.eye(len(x))], dtype=float),
        "w": np.array([conv_1d(xf, e) @ g for e in np.eye(len(w))], dtype=float),
    }
