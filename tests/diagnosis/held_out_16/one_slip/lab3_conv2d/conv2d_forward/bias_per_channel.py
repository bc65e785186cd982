# the bias is added inside the loop over channels, so it counts C times
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho = (H - KH + 2 * padding) // stride + 1
    Wo = (W - KW + 2 * padding) // stride + 1
    A = np.zeros((N, O, Ho, Wo))
    for n in range(N):
        for o in range(O):
            for c in range(C):
                P = np.pad(X[n, c], padding)
                for i in range(Ho):
                    for j in range(Wo):
                        top, left = i * stride, j * stride
                        A[n, o, i, j] += np.sum(P[top : top + KH, left : left + KW] * w[o, c]) + b[o]
    return A
