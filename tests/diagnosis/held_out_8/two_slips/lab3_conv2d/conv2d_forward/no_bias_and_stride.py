# The bias is forgotten, and the windows do not move by the stride across.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), 'constant')
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    A = np.zeros((N, O, H_out, W_out))
    for n in range(N):
        image = Xp[n]
        for o in range(O):
            for r in range(H_out):
                for c in range(W_out):
                    x0 = c
                    piece = image[:, r * stride:r * stride + KH, x0:x0 + KW]
                    A[n, o, r, c] = (piece * w[o]).sum()
    return A
