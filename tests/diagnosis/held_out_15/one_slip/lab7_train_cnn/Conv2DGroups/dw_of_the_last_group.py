# dw is set by each group of sixteen images in place of added up, so only the last group counts.
class Conv2DGroups(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def columns(self, X):
        p, s = self.padding, self.stride
        KH, KW = self.w.shape[2:]
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))).transpose(1, 2, 3, 0)
        h, wd = (P.shape[1] - KH) // s + 1, (P.shape[2] - KW) // s + 1
        K = np.array([[P[:, u:u + s * h:s, v:v + s * wd:s] for v in range(KW)] for u in range(KH)])
        return K.transpose(2, 0, 1, 3, 4, 5).reshape(-1, h * wd * len(X)), h, wd

    def forward(self, X, w, b):
        self.X, self.w = X, w
        parts = []
        for start in range(0, len(X), 16):
            K, h, wd = self.columns(X[start:start + 16])
            A = (w.reshape(len(w), -1) @ K + b[:, None]).reshape(len(w), h, wd, -1)
            parts.append(A.transpose(3, 0, 1, 2))
        return np.concatenate(parts)

    def backward(self, dA):
        p, s = self.padding, self.stride
        N, C, H, W = self.X.shape
        O, _, KH, KW = self.w.shape
        dX, db = np.zeros((N, C, H, W)), dA.sum((0, 2, 3)).astype(float)
        for start in range(0, N, 16):
            x = self.X[start:start + 16].astype(float)
            K, h, wd = self.columns(x)
            d = dA[start:start + 16].transpose(1, 2, 3, 0).reshape(O, -1).astype(float)
            dw = (K @ d.T).T.reshape(self.w.shape)
            dK = (self.w.reshape(O, -1).T @ d).reshape(C, KH, KW, h, wd, len(x))
            dP = np.zeros((C, H + 2 * p, W + 2 * p, len(x)))
            for u in range(KH):
                for v in range(KW):
                    dP[:, u:u + s * h:s, v:v + s * wd:s] += dK[:, u, v]
            dX[start:start + 16] = dP[:, p:p + H, p:p + W].transpose(3, 0, 1, 2)
        return dX, dw, db
