# Computes the strides for as_strided from the shape, which holds for C-ordered memory only: for Fortran-ordered images the columns hold other pixels.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H, W = H + 2 * padding, W + 2 * padding
    h, v = (H - kh) // stride + 1, (W - kw) // stride + 1
    b = P.itemsize
    strides = (H * W * b, W * b, b, C * H * W * b, stride * W * b, stride * b)
    K = np.lib.stride_tricks.as_strided(P, shape=(C, kh, kw, N, h, v), strides=strides)
    return K.reshape(C * kh * kw, N * h * v).copy()
