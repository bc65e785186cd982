# Adds the bias in place with +=, which fails when the product is int and the bias float.
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
    O, _, KH, KW = w.shape
    N, _, H, W = X.shape
    h, v = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    A = w.reshape(O, -1) @ im2col(X, KH, KW, stride, padding)
    A += b[:, None]
    return A.reshape(O, N, h, v).transpose(1, 0, 2, 3).copy()
