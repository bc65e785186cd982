# db is added up inside the loop over the taps, so it counts KH times KW times
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def at(self, u, v):
        s = self.stride
        return np.s_[:, :, u : u + s * self.Ho : s, v : v + s * self.Wo : s]

    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.X, self.w = X, w
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        self.Ho = (self.P.shape[2] - w.shape[2]) // s + 1
        self.Wo = (self.P.shape[3] - w.shape[3]) // s + 1
        A = np.zeros((len(w), len(X), self.Ho, self.Wo))
        for u in range(w.shape[2]):
            for v in range(w.shape[3]):
                A += np.tensordot(w[:, :, u, v], self.P[self.at(u, v)], axes=(1, 1))
        A += b[:, None, None, None]
        return A.transpose(1, 0, 2, 3)

    def backward(self, dA):
        p = self.padding
        H, W = self.X.shape[2:]
        dA = np.array(dA, dtype=float)
        dP, dw, db = np.zeros(self.P.shape), np.zeros(self.w.shape), np.zeros(len(self.w))
        for u in range(self.w.shape[2]):
            for v in range(self.w.shape[3]):
                under = self.P[self.at(u, v)]
                dw[:, :, u, v] = np.tensordot(dA, under, axes=((0, 2, 3), (0, 2, 3)))
                dP[self.at(u, v)] += np.tensordot(self.w[:, :, u, v], dA, axes=(0, 1)).swapaxes(0, 1)
                db += dA.sum(axis=(0, 2, 3))
        return dP[:, :, p : p + H, p : p + W].copy(), dw, db
