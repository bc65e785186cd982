# wrong: the columns do not use the stride; the bias is missing
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    H_out = int((H - KH + 2 * padding) / stride) + 1
    W_out = int((W - KW + 2 * padding) / stride) + 1
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), "constant")
    A = np.zeros((N, O, H_out, W_out))
    for n in range(N):
        for o in range(O):
            for i in range(H_out):
                for j in range(W_out):
                    r = i * stride
                    c = j
                    A[n, o, i, j] = np.sum(Xp[n, :, r : r + KH, c : c + KW] * w[o])
    return A
