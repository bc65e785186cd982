# The product's order is filter, image, row, column, but it is reshaped directly to image, filter, row, column.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    N, _, H, W = X.shape
    O, _, KH, KW = w.shape
    cols = im2col(X, KH, KW, stride=stride, padding=padding)
    Y = w.reshape(O, -1) @ cols + b[:, np.newaxis]
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    return Y.reshape(N, O, H_out, W_out)
