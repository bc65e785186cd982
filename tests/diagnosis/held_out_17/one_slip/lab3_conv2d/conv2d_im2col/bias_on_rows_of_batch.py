# adds b after the transpose to the last axis of (N, O, H_out, W_out) without reshaping, so it lands on the columns (or raises where W_out is not O)
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    N = len(X)
    Ho = (X.shape[2] + 2 * padding - KH) // stride + 1
    cols = im2col(X, KH, KW, stride, padding)
    flat = np.matmul(w.reshape(O, -1), cols)
    A = flat.reshape(O, N, Ho, -1).transpose(1, 0, 2, 3)
    return A + b
