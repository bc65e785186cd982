# In the scatter to dX the filter is transposed.
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
    H, W = X.shape
    KH, KW = w.shape
    if dA is None:
        dA = np.ones((H - KH + 1, W - KW + 1))
    dX, dw = np.zeros((H, W)), np.zeros((KH, KW))
    wt = w.T.reshape(KH, KW)
    for i in range(dA.shape[0]):
        for j in range(dA.shape[1]):
            dX[i : i + KH, j : j + KW] += dA[i, j] * wt
            dw += dA[i, j] * X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
