# dw is set, not added, for each group of sixteen images: only the last group counts
class Conv2DGroups(Layer):
    group = 16

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        self.X, self.w = X, w
        s, p = self.stride, self.padding
        self.sizes = [(n + 2 * p - k) // s + 1 for n, k in zip(X.shape[2:], w.shape[2:])]
        parts = []
        for start in range(0, len(X), self.group):
            K = self.columns(X[start : start + self.group])
            A = np.dot(w.reshape(len(w), -1), K) + b.reshape(-1, 1)
            parts.append(np.moveaxis(A.reshape(len(w), *self.sizes, -1), 3, 0))
        return np.concatenate(parts)

    def columns(self, X):
        s, p = self.stride, self.padding
        h, q = self.sizes
        P = np.moveaxis(np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))), 0, 3)
        C, KH, KW = self.w.shape[1:]
        K = np.empty((C, KH, KW, h, q, len(X)), dtype=X.dtype)
        for u, v in np.ndindex(KH, KW):
            K[:, u, v] = P[:, u : u + s * h : s, v : v + s * q : s]
        return K.reshape(C * KH * KW, -1)

    def backward(self, dA):
        s, p = self.stride, self.padding
        h, q = self.sizes
        O, C, KH, KW = self.w.shape
        H, W = self.X.shape[2:]
        dX = np.zeros(self.X.shape)
        for start in range(0, len(self.X), self.group):
            X = self.X[start : start + self.group]
            d = np.moveaxis(dA[start : start + self.group].astype(float), 0, 3).reshape(O, -1)
            dw = (self.columns(X) @ d.T).T.reshape(self.w.shape)
            dK = (self.w.reshape(O, -1).T @ d).reshape(C, KH, KW, h, q, len(X))
            dP = np.zeros((C, H + 2 * p, W + 2 * p, len(X)))
            for u, v in np.ndindex(KH, KW):
                dP[:, u : u + s * h : s, v : v + s * q : s] += dK[:, u, v]
            dX[start : start + self.group] = np.moveaxis(dP[:, p : p + H, p : p + W], 3, 0)
        return dX, dw, dA.sum(axis=(0, 2, 3), dtype=np.float64)
