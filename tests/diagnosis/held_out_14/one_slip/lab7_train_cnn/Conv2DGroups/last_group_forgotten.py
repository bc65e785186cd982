# only whole groups of sixteen images are computed (N // 16), the maps and gradients of the remaining images stay zero
class Conv2DGroups(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def columns(self, X):
        s, p = self.stride, self.padding
        P = np.pad(X.transpose(1, 2, 3, 0), ((0, 0), (p, p), (p, p), (0, 0)))
        kh, kw = self.w.shape[2:]
        Ho, Wo = self.out
        return np.stack([P[:, u:u + s * Ho:s, v:v + s * Wo:s] for u in range(kh) for v in range(kw)], axis=1)

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        self.X, self.w = X, w
        self.out = [(n + 2 * p - k) // s + 1 for n, k in zip(X.shape[2:], w.shape[2:])]
        A = np.zeros((len(X), len(w), *self.out))
        for g in range(len(X) // 16):
            part = slice(16 * g, 16 * g + 16)
            K = self.columns(X[part]).reshape(w[0].size, -1)
            A[part] = (w.reshape(len(w), -1) @ K + b[:, None]).reshape(len(w), *self.out, -1).transpose(3, 0, 1, 2)
        return A

    def backward(self, dA):
        X, w, s, p = self.X, self.w, self.stride, self.padding
        O, C, kh, kw = w.shape
        (Ho, Wo), (H, W) = self.out, X.shape[2:]
        dX, dw = np.zeros(X.shape), np.zeros((O, w[0].size))
        for g in range(len(X) // 16):
            part = slice(16 * g, 16 * g + 16)
            d = dA[part].transpose(1, 2, 3, 0).reshape(O, -1).astype(float)
            dw += (self.columns(X[part]).reshape(w[0].size, -1) @ d.T).T
            dK = (w.reshape(O, -1).T @ d).reshape(C, kh * kw, Ho, Wo, -1)
            dP = np.zeros((C, H + 2 * p, W + 2 * p, dK.shape[-1]))
            for q in range(kh * kw):
                u, v = divmod(q, kw)
                dP[:, u:u + s * Ho:s, v:v + s * Wo:s] += dK[:, q]
            dX[part] = dP[:, p:p + H, p:p + W].transpose(3, 0, 1, 2)
        return dX, dw.reshape(w.shape), dA.sum(axis=(0, 2, 3), dtype=float)
