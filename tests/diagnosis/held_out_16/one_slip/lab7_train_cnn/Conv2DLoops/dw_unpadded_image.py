# dw reads the windows from the image without its padding, so with padding they are shifted (and cut short at the far end: ValueError)
class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride = stride
        self.padding = padding

    def spots(self):
        for i in range(self.Ho):
            for j in range(self.Wo):
                yield i, j, slice(i * self.stride, i * self.stride + self.KH), slice(j * self.stride, j * self.stride + self.KW)

    def forward(self, X, w, b):
        pad = self.padding
        self.X, self.w = X, w
        self.O, self.C, self.KH, self.KW = w.shape
        big = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
        self.big_shape = big.shape
        self.Ho = (big.shape[2] - self.KH) // self.stride + 1
        self.Wo = (big.shape[3] - self.KW) // self.stride + 1
        A = np.zeros((len(X), self.O, self.Ho, self.Wo))
        for n in range(len(X)):
            for o in range(self.O):
                for i, j, r, c in self.spots():
                    A[n, o, i, j] = (big[n, :, r, c] * w[o]).sum() + b[o]
        return A

    def backward(self, dA):
        pad = self.padding
        dbig = np.zeros(self.big_shape)
        dw = np.zeros(self.w.shape)
        db = np.zeros(self.O)
        for n in range(len(self.X)):
            for o in range(self.O):
                for i, j, r, c in self.spots():
                    dbig[n, :, r, c] += dA[n, o, i, j] * self.w[o]
                    dw[o] += dA[n, o, i, j] * self.X[n, :, r, c]
                    db[o] += dA[n, o, i, j]
        H, W = self.X.shape[2:]
        return dbig[:, :, pad : pad + H, pad : pad + W].copy(), dw, db
