# right: no window is ever cut; adds shifted images, one for each weight.
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
    h, v = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    A = np.zeros((h, v), dtype=np.result_type(X, w))
    for (u, t), weight in np.ndenumerate(w):
        A = A + weight * X[u : u + h, t : t + v]
    return A
