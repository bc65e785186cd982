# dw is set for each group of sixteen images instead of being added up, so with more than sixteen images only the last group counts
class Conv2DGroups(Layer):
    group = 16

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def columns(self, X):
        p, s = self.padding, self.stride
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        V = np.lib.stride_tricks.sliding_window_view(P, self.w.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
        return V.transpose(1, 4, 5, 2, 3, 0)

    def forward(self, X, w, b):
        self.X, self.w = X, w
        maps = []
        for i in range(0, len(X), self.group):
            V = self.columns(X[i:i + self.group])
            A = w.reshape(len(w), -1) @ V.reshape(w[0].size, -1) + b[:, None]
            maps.append(A.reshape(len(w), *V.shape[3:]).transpose(3, 0, 1, 2))
        return np.concatenate(maps)

    def backward(self, dA):
        X, w, s, p = self.X, self.w, self.stride, self.padding
        O, C, kh, kw = w.shape
        Ho, Wo = dA.shape[2:]
        parts = []
        for i in range(0, len(X), self.group):
            x = X[i:i + self.group]
            d = dA[i:i + self.group].transpose(1, 2, 3, 0).reshape(O, -1).astype(float)
            K = self.columns(x).reshape(w[0].size, -1)
            dw = (K @ d.T).T.reshape(w.shape)
            dK = (w.reshape(O, -1).T @ d).reshape(C, kh, kw, Ho, Wo, len(x))
            dP = np.zeros((C, x.shape[2] + 2 * p, x.shape[3] + 2 * p, len(x)))
            for u in range(kh):
                for v in range(kw):
                    dP[:, u:u + s * Ho:s, v:v + s * Wo:s] += dK[:, u, v]
            parts.append(dP[:, p:p + x.shape[2], p:p + x.shape[3]].transpose(3, 0, 1, 2))
        return np.concatenate(parts), dw, dA.sum(axis=(0, 2, 3), dtype=float)
