# Rows are taken every `stride`, columns one by one: the window of column j begins at j and not at j * stride.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    p = padding
    Xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    Xp[:, :, p:H + p, p:W + p] = X
    H_out = (H - KH + 2 * p) // stride + 1
    W_out = (W - KW + 2 * p) // stride + 1
    A = np.empty((N, O, H_out, W_out))
    for i in range(H_out):
        top = i * stride
        for j in range(W_out):
            window = Xp[:, :, top:top + KH, j:j + KW]
            A[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return A
