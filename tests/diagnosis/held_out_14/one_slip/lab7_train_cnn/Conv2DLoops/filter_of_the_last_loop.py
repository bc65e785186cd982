# on the way back the filter used for dX is a leftover variable, the last filter of forward's loop, for all o
class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.X, self.w = X, w
        self.P = np.pad(X * 1.0, ((0, 0), (0, 0), (p, p), (p, p)))
        KH, KW = w.shape[2:]
        Ho, Wo = (self.P.shape[2] - KH) // s + 1, (self.P.shape[3] - KW) // s + 1
        A = np.zeros((len(X), len(w), Ho, Wo))
        for n in range(len(X)):
            for o in range(len(w)):
                self.f = w[o]
                for i in range(Ho):
                    for j in range(Wo):
                        A[n, o, i, j] = np.sum(self.P[n, :, i * s:i * s + KH, j * s:j * s + KW] * self.f) + b[o]
        return A

    def backward(self, dA):
        p, s = self.padding, self.stride
        KH, KW = self.w.shape[2:]
        dP, dw, db = np.zeros(self.P.shape), np.zeros(self.w.shape), np.zeros(len(self.w))
        for n, o, i, j in np.ndindex(dA.shape):
            box = np.s_[n, :, i * s:i * s + KH, j * s:j * s + KW]
            dP[box] += dA[n, o, i, j] * self.f
            dw[o] += dA[n, o, i, j] * self.P[box]
            db[o] += dA[n, o, i, j]
        H, W = self.X.shape[2:]
        return dP[:, :, p:p + H, p:p + W], dw, db
