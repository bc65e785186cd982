# Divides the filter by its number of weights, as for blurring, and drops the last row and column of the map.
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
    KH, KW = w.shape
    h, v = X.shape[0] - KH, X.shape[1] - KW
    out = np.zeros((h, v))
    k = w / w.size
    for i in range(h):
        for j in range(v):
            out[i, j] = (X[i : i + KH, j : j + KW] * k).sum()
    return out
