# MATLAB's imfilter habit: pads with zeros and returns a map as large as the image.
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
    P = np.zeros((H + KH - 1, W + KW - 1))
    P[(KH - 1) // 2 : (KH - 1) // 2 + H, (KW - 1) // 2 : (KW - 1) // 2 + W] = X
    return np.array([[np.sum(P[i : i + KH, j : j + KW] * w) for j in range(W)] for i in range(H)])
