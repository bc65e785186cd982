# len(X) // 16 groups: images beyond the last full group of sixteen are left out (their maps and gradients stay 0)
class Conv2DGroups(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.X, self.w = X, w
        self.Ho = (X.shape[2] + 2 * p - w.shape[2]) // s + 1
        self.Wo = (X.shape[3] + 2 * p - w.shape[3]) // s + 1
        A = np.zeros((len(X), len(w), self.Ho, self.Wo))
        for g in range(len(X) // 16):
            part = slice(16 * g, 16 * g + 16)
            flat = w.reshape(len(w), -1) @ self.columns(X[part]) + b[:, None]
            A[part] = flat.reshape(len(w), self.Ho, self.Wo, -1).transpose(3, 0, 1, 2)
        return A

    def columns(self, X):
        p, s = self.padding, self.stride
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        win = np.lib.stride_tricks.sliding_window_view(P, self.w.shape[2:], axis=(2, 3))
        win = win[:, :, ::s, ::s]
        return win.transpose(1, 4, 5, 2, 3, 0).reshape(self.w[0].size, -1)

    def backward(self, dA):
        p, s = self.padding, self.stride
        O, C, KH, KW = self.w.shape
        N, _, H, W = self.X.shape
        dP = np.zeros((N, C, H + 2 * p, W + 2 * p))
        dw = np.zeros(self.w.shape)
        for g in range(N // 16):
            part = slice(16 * g, 16 * g + 16)
            d = dA[part].astype(float).transpose(1, 2, 3, 0).reshape(O, -1)
            dw += (self.columns(self.X[part]) @ d.T).T.reshape(self.w.shape)
            dK = (self.w.reshape(O, -1).T @ d).reshape(C, KH, KW, self.Ho, self.Wo, -1)
            for u in range(KH):
                for v in range(KW):
                    rows, cols = slice(u, u + s * self.Ho, s), slice(v, v + s * self.Wo, s)
                    dP[part, :, rows, cols] += dK[:, u, v].transpose(3, 0, 1, 2)
        db = dA.sum(axis=(0, 2, 3), dtype=float)
        return dP[:, :, p : p + H, p : p + W].copy(), dw, db
