# the bias is added inside the loop over channels, C times instead of once
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    A = np.zeros((N, O, H_out, W_out))
    for n in range(N):
        for o in range(O):
            for i in range(H_out):
                for j in range(W_out):
                    top, left = i * stride, j * stride
                    for c in range(C):
                        A[n, o, i, j] += np.sum(P[n, c, top:top + KH, left:left + KW] * w[o, c]) + b[o]
    return A
