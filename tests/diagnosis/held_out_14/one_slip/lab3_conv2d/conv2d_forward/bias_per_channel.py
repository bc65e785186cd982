# the bias is added inside the loop over channels, once for each channel instead of once
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    O, _, KH, KW = w.shape
    A = np.zeros((N, O, (H - KH) // stride + 1, (W - KW) // stride + 1))
    for n, o, i, j in np.ndindex(*A.shape):
        y, x = i * stride, j * stride
        for c in range(C):
            A[n, o, i, j] += np.sum(P[n, c, y:y + KH, x:x + KW] * w[o, c]) + b[o]
    return A
