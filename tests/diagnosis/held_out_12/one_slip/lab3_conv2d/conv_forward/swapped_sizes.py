# The output's height and width are computed from the wrong filter sides (KW for rows, KH for columns).
def conv_forward(X, w):
    """Slide one filter over one image.

    Parameters
    ----------
    X : array (H, W)
    w : array (KH, KW), no larger than X

    Returns
    -------
    array (H - KH + 1, W - KW + 1)
        Entry (i, j) is the dot product of `w` with the window of `X` anchored at (i, j).
    """
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    H, W = X.shape
    KH, KW = w.shape
    out = np.zeros((H - KW + 1, W - KH + 1))
    for i in range(H - KW + 1):
        for j in range(W - KH + 1):
            patch = X[i : i + KH, j : j + KW]
            out[i, j] = np.sum(patch * w[: patch.shape[0], : patch.shape[1]])
    return out
