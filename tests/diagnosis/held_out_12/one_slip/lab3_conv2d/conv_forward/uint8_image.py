# Thinks in images: converts the image to whole numbers before sliding.
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
    img = X.astype(np.int64)
    h, k = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    res = np.zeros((h, k))
    for i in range(h):
        for j in range(k):
            res[i, j] = dot_forward(img[i : i + w.shape[0], j : j + w.shape[1]], w)
    return res
