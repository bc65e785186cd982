# W_out is computed with the filter's height KH instead of its width
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KH + 2 * padding) // stride + 1
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    P[:, :, padding:padding + H, padding:padding + W] = X
    A = np.empty((N, O, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            window = P[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            A[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return A
