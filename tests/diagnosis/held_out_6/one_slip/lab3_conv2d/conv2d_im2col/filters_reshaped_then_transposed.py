# wrong: w is reshaped to (C*KH*KW, O) and transposed, which mixes the filters
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    cols = im2col(X, KH, KW, stride, padding)
    W_row = w.reshape(-1, O).T
    out = np.dot(W_row, cols) + b.reshape(-1, 1)
    return out.reshape(O, N, H_out, W_out).transpose(1, 0, 2, 3)
