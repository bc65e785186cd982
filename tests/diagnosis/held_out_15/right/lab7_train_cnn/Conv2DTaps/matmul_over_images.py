# Right: each tap is a broadcast matrix product w[:, :, u, v] @ under, with rows and columns of a map as one axis.
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        self.P = np.pad(X.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
        self.w, (self.H, self.W) = w.astype(float), X.shape[2:]
        self.h, self.v = (self.P.shape[2] - w.shape[2]) // s + 1, (self.P.shape[3] - w.shape[3]) // s + 1
        A = 0
        for u, k in np.ndindex(w.shape[2:]):
            A = A + self.w[:, :, u, k] @ self.P[self.at(u, k)].reshape(*X.shape[:2], -1)
        return (A + b[:, None]).reshape(len(X), len(w), self.h, self.v)

    def at(self, u, k):
        s = self.stride
        return np.s_[:, :, u:u + s * self.h:s, k:k + s * self.v:s]

    def backward(self, dA):
        N, C = self.P.shape[:2]
        flat = dA.astype(float).reshape(N, len(self.w), -1)
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u, k in np.ndindex(self.w.shape[2:]):
            under = self.P[self.at(u, k)].reshape(N, C, -1)
            dw[:, :, u, k] = (flat @ under.swapaxes(1, 2)).sum(axis=0)
            dP[self.at(u, k)] += (self.w[:, :, u, k].T @ flat).reshape(N, C, self.h, self.v)
        p = self.padding
        return dP[:, :, p:p + self.H, p:p + self.W].copy(), dw, flat.sum(axis=(0, 2))
