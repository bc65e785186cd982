# right: built from dot_backward at every place, with a dict of accumulators.
def conv_backward(X, w, dA=None):
    """Gradients of `conv_forward`.

    Parameters
    ----------
    X : array (H, W)
    w : array (KH, KW), no larger than X
    dA : array (H - KH + 1, W - KW + 1), optional
        Upstream gradient; ones if not given.

    Returns
    -------
    dict
        `{'X': dX, 'w': dw}`, float64, of the shapes of `X` and `w`.
    """
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    KH, KW = w.shape
    grads = {"X": np.zeros(X.shape), "w": np.zeros(w.shape)}
    for i, j in np.ndindex(X.shape[0] - KH + 1, X.shape[1] - KW + 1):
        view = np.s_[i : i + KH, j : j + KW]
        up = 1.0 if dA is None else float(dA[i, j])
        grads["X"][view] += up * w
        grads["w"] += up * X[view]
    return grads
