# dX as a full correlation of dA with w, the filter is flipped upside down only, not left to right.
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
    g = np.ones((H - KH + 1, W - KW + 1)) if dA is None else dA.astype(float)
    P = np.pad(g, ((KH - 1, KH - 1), (KW - 1, KW - 1)))
    return {
        "X": conv_forward(P, np.flipud(w).astype(float)),
        "w": conv_forward(X.astype(float), g),
    }
