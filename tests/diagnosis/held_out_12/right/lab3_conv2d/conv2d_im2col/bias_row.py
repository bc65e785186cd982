# right: the bias as one more row of ones in the column matrix.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    """The same as `conv2d_forward`, by one matrix product.

    Parameters
    ----------
    X : array (N, C, H, W)
    w : array (O, C, KH, KW)
    b : array (O,)
    stride, padding : int

    Returns
    -------
    array (N, O, H_out, W_out)
    """
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    O, C, KH, KW = w.shape
    cols = im2col(X, KH, KW, stride, padding)
    cols = np.concatenate([cols, np.ones((1, cols.shape[1]), dtype=cols.dtype)])
    rows = np.concatenate([w.reshape(O, -1), b[:, None]], axis=1)
    h = (X.shape[2] + 2 * padding - KH) // stride + 1
    return np.ascontiguousarray(np.moveaxis((rows @ cols).reshape(O, len(X), h, -1), 0, 1))
