# im2col is called without the padding, so the columns do not belong to the output's shape
def conv2d_im2col(X, w, b, stride=1, padding=0):
    rows_of_w = w.reshape(w.shape[0], -1)
    kh, kw = w.shape[-2:]
    X_col = im2col(X, kh, kw, stride)
    H_out = (X.shape[2] + 2 * padding - kh) // stride + 1
    W_out = (X.shape[3] + 2 * padding - kw) // stride + 1
    out = rows_of_w @ X_col + b.reshape(-1, 1)
    out = out.reshape(w.shape[0], X.shape[0], H_out, W_out)
    return np.moveaxis(out, 0, 1)
