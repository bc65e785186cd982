# right: flat indices into the padded images and np.take.
def im2col(X, kh, kw, stride=1, padding=0):
    """Write the windows of images as the columns of one matrix.

    Parameters
    ----------
    X : array (N, C, H, W)
    kh, kw : int
        Height and width of a window.
    stride, padding : int
        As in `conv2d_forward`.

    Returns
    -------
    array (C * kh * kw, N * H_out * W_out)
        Rows ordered by channel, kernel row, kernel column; columns by image, output row, output
        column.
    """
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}."
        )
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, c, hh, ww = P.shape
    h, v = (hh - kh) // stride + 1, (ww - kw) // stride + 1
    a = (np.arange(c)[:, None, None] * hh * ww + np.arange(kh)[:, None] * ww + np.arange(kw)).ravel()
    q = (np.arange(n)[:, None, None] * c * hh * ww + stride * (np.arange(h)[:, None] * ww + np.arange(v))).ravel()
    return np.take(np.ascontiguousarray(P).ravel(), a[:, None] + q)
