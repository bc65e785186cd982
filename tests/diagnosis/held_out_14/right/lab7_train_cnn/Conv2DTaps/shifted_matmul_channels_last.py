# tap by tap with channels moved last, so that each tap is one matmul; backward writes through views
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def taps(self, P):
        s, (Ho, Wo) = self.stride, self.out
        for u, v in np.ndindex(self.w.shape[2:]):
            yield (u, v), P[:, u:u + s * (Ho - 1) + 1:s, v:v + s * (Wo - 1) + 1:s]

    def forward(self, X, w, b):
        p = self.padding
        self.w, self.shape = w.astype(np.float64), X.shape
        self.out = [(n + 2 * p - k) // self.stride + 1 for n, k in zip(X.shape[2:], w.shape[2:])]
        self.P = np.pad(np.moveaxis(X, 1, 3).astype(np.float64), ((0, 0), (p, p), (p, p), (0, 0)))
        A = sum(under @ self.w[:, :, u, v].T for (u, v), under in self.taps(self.P)) + b
        return np.moveaxis(A, 3, 1)

    def backward(self, dA):
        d = np.moveaxis(np.asarray(dA, dtype=np.float64), 1, 3)
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for ((u, v), back), (_, under) in zip(self.taps(dP), self.taps(self.P)):
            back += d @ self.w[:, :, u, v]
            dw[:, :, u, v] = np.tensordot(d, under, axes=([0, 1, 2], [0, 1, 2]))
        p, (H, W) = self.padding, self.shape[2:]
        return np.moveaxis(dP[:, p:p + H, p:p + W], 3, 1), dw, d.sum(axis=(0, 1, 2))
