# Runs a loop over the images, one product for each, which is not one matrix product.
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
    maps = []
    for n in range(N):
        maps.append((w.reshape(O, -1) @ im2col(X[n : n + 1], KH, KW, stride, padding) + b[:, None]).reshape(O, h, v))
    return np.array(maps)
