# the bias is never added; the output is square, with H_out used for the width as well
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    size = (H - KH + 2 * padding) // stride + 1
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    A = np.zeros((N, O, size, size))
    for n in range(N):
        for o in range(O):
            for i in range(size):
                for j in range(size):
                    win = P[n, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
                    A[n, o, i, j] = np.sum(win * w[o][:, :win.shape[1], :win.shape[2]])
    return A
