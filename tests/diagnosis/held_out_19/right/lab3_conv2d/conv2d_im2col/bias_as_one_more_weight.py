# the bias is one more column of the filters, a row of ones is put under the columns
def conv2d_im2col(X, w, b, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}.")
    O, _, KH, KW = w.shape
    N = X.shape[0]
    H_out = (X.shape[2] - KH + 2 * padding) // stride + 1
    columns = im2col(X, KH, KW, stride, padding)
    columns = np.vstack([columns, np.ones((1, columns.shape[1]), dtype=columns.dtype)])
    rows = np.hstack([w.reshape(O, -1), b.reshape(O, 1)])
    maps = rows @ columns
    return np.stack(np.split(maps.reshape(O, N, H_out, -1), N, axis=1), axis=0)[:, :, 0]
