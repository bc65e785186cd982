# wrong: dX is returned with the padding still around it; db is a mean
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding))).astype(float)
    O, C, KH, KW = w.shape
    N = X.shape[0]
    oh = (Xp.shape[2] - KH) // stride + 1
    ow = (Xp.shape[3] - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, oh, ow))
    dX = np.zeros(Xp.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(O)
    for o in range(O):
        db[o] = np.mean(dA[:, o])
        for n in range(N):
            for i in range(oh):
                for j in range(ow):
                    top, left = i * stride, j * stride
                    d = dA[n, o, i, j]
                    dX[n, :, top : top + KH, left : left + KW] += w[o] * d
                    dw[o] += Xp[n, :, top : top + KH, left : left + KW] * d
    return {"X": dX, "w": dw, "b": db}
