# dw ignores dA, and dX is overwritten at each window where it should add up.
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
    h, v = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    dA = np.ones((h, v)) if dA is None else dA
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            dX[i : i + KH, j : j + KW] = dA[i, j] * w
            dw += X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
