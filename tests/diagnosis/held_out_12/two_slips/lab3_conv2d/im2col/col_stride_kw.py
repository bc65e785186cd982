# The columns advance by stride in the rows only, and taps are ordered by kernel column first.
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
    h, v = (P.shape[2] - kh) // stride + 1, (P.shape[3] - kw) // stride + 1
    out = []
    for n in range(len(X)):
        for i in range(h):
            for j in range(v):
                out.append(P[n, :, i * stride : i * stride + kh, j : j + kw].transpose(0, 2, 1).ravel())
    return np.array(out).T
