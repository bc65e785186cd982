# the forward pass forgets the bias (backward returns db correctly)
class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        self.X, self.w, self.b = X, w, b
        p, s = self.padding, self.stride
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        N, _, H, W = self.P.shape
        O, _, KH, KW = w.shape
        A = np.zeros((N, O, (H - KH) // s + 1, (W - KW) // s + 1))
        for n, o, i, j in np.ndindex(A.shape):
            A[n, o, i, j] = np.sum(self.P[n, :, i * s:i * s + KH, j * s:j * s + KW] * w[o])
        return A

    def backward(self, dA):
        p, s = self.padding, self.stride
        KH, KW = self.w.shape[2:]
        H, W = self.X.shape[2:]
        dP, dw, db = np.zeros(self.P.shape), np.zeros(self.w.shape), np.zeros(len(self.b))
        for n, o, i, j in np.ndindex(dA.shape):
            g = float(dA[n, o, i, j])
            dP[n, :, i * s:i * s + KH, j * s:j * s + KW] += g * self.w[o]
            dw[o] += g * self.P[n, :, i * s:i * s + KH, j * s:j * s + KW]
            db[o] += g
        return dP[:, :, p:p + H, p:p + W], dw, db
