# the output's width is taken to be its height, so images or filters that are not square raise a ValueError in the reshape
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O = w.shape[0]
    N = X.shape[0]
    side = (X.shape[2] - w.shape[2] + 2 * padding) // stride + 1
    K = im2col(X, w.shape[2], w.shape[3], stride=stride, padding=padding)
    W = w.reshape(O, -1)
    A = W @ K
    A = A + b[:, None]
    return A.reshape(O, N, side, side).transpose(1, 0, 2, 3).copy()
