# the bias is not added in forward (its gradient is there)
class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        self.X, self.w, self.b = X, w, b
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        KH, KW = w.shape[2:]
        Ho, Wo = (self.P.shape[2] - KH) // s + 1, (self.P.shape[3] - KW) // s + 1
        A = np.zeros((len(X), len(w), Ho, Wo))
        for n in range(len(X)):
            for o in range(len(w)):
                for i in range(Ho):
                    for j in range(Wo):
                        A[n, o, i, j] = np.sum(self.P[n, :, i * s : i * s + KH, j * s : j * s + KW] * w[o])
        return A

    def backward(self, dA):
        s, p = self.stride, self.padding
        KH, KW = self.w.shape[2:]
        dP, dw, db = np.zeros(self.P.shape), np.zeros(self.w.shape), np.zeros(len(self.w))
        for n, o, i, j in np.ndindex(dA.shape):
            g = float(dA[n, o, i, j])
            rows, cols = slice(i * s, i * s + KH), slice(j * s, j * s + KW)
            dP[n, :, rows, cols] += g * self.w[o]
            dw[o] += g * self.P[n, :, rows, cols]
            db[o] += g
        H, W = self.X.shape[2:]
        return dP[:, :, p : p + H, p : p + W].copy(), dw, db
