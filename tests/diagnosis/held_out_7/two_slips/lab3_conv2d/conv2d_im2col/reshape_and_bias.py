# the product is reshaped with the axes in the wrong order; the bias is left out
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N = X.shape[0]
    O, C, KH, KW = w.shape
    H_out = (X.shape[2] - KH + 2 * padding) // stride + 1
    W_out = (X.shape[3] - KW + 2 * padding) // stride + 1
    M = im2col(X, KH, KW, stride, padding)
    R = np.matmul(w.reshape(O, C * KH * KW), M)
    R = R
    return R.reshape(N, O, H_out, W_out).copy()
