# dP of an image is set to zeros anew for each filter, so dX holds only what the last filter sends back
class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.s, self.p = stride, padding

    def forward(self, X, w, b):
        self.X, self.w = X, w
        s, p = self.s, self.p
        KH, KW = w.shape[2:]
        out = []
        for x in np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))):
            out.append([[[np.vdot(x[:, i:i + KH, j:j + KW], f) + c
                          for j in range(0, x.shape[2] - KW + 1, s)]
                         for i in range(0, x.shape[1] - KH + 1, s)] for f, c in zip(w, b)])
        return np.array(out)

    def backward(self, dA):
        X, w, s, p = self.X, self.w, self.s, self.p
        N, C, H, W = X.shape
        KH, KW = w.shape[2:]
        dX, dw = np.zeros(X.shape), np.zeros(w.shape)
        for n in range(N):
            x = np.pad(X[n], ((0, 0), (p, p), (p, p)))
            for o in range(len(w)):
                dP = np.zeros(x.shape)
                for i in range(dA.shape[2]):
                    for j in range(dA.shape[3]):
                        r, c = slice(i * s, i * s + KH), slice(j * s, j * s + KW)
                        dw[o] += dA[n, o, i, j] * x[:, r, c]
                        dP[:, r, c] += dA[n, o, i, j] * w[o]
            dX[n] = dP[:, p:p + H, p:p + W]
        return dX, dw, dA.sum(axis=(0, 2, 3), dtype=np.float64)
