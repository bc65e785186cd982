# The six axes of the sliding windows are reshaped without being transposed first.
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
    win = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, h, v = win.shape[:4]
    return win.reshape(C * kh * kw, N * h * v).copy()
