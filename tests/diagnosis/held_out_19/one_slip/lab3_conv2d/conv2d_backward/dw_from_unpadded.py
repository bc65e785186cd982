# dw takes its windows from X without the padding
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, H_out, W_out))
    dP = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    dw = np.zeros((O, C, KH, KW))
    db = np.zeros(O)
    for n in range(N):
        for o in range(O):
            for i in range(H_out):
                for j in range(W_out):
                    t, l = i * stride, j * stride
                    g = dA[n, o, i, j]
                    dP[n, :, t:t + KH, l:l + KW] += g * w[o]
                    dw[o] += g * X[n, :, t:t + KH, l:l + KW]
                    db[o] += g
    return {"X": dP[:, :, padding:padding + H, padding:padding + W].copy(), "w": dw, "b": db}
