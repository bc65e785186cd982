# tensordot gives (O, N, ...); the result is added as it is, with its first two axes taken for N and O by a reshape, which shuffles maps with several images and filters
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def under(self, P, u, v):
        s = self.stride
        return P[:, :, u : u + s * self.H : s, v : v + s * self.W : s][:, :, : self.H, : self.W]

    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.X, self.w = X, w
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        self.H = (self.P.shape[2] - w.shape[2]) // s + 1
        self.W = (self.P.shape[3] - w.shape[3]) // s + 1
        A = np.zeros((len(X), len(w), self.H, self.W))
        for u, v in np.ndindex(w.shape[2:]):
            A += np.tensordot(w[:, :, u, v], self.under(self.P, u, v), axes=(1, 1)).reshape(A.shape)
        return A + b[:, None, None]

    def backward(self, dA):
        p = self.padding
        dA = dA.astype(float)
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u, v in np.ndindex(self.w.shape[2:]):
            self.under(dP, u, v)[...] += np.einsum("noij,oc->ncij", dA, self.w[:, :, u, v])
            dw[:, :, u, v] = np.einsum("noij,ncij->oc", dA, self.under(self.P, u, v))
        h, q = self.X.shape[2:]
        return dP[:, :, p : p + h, p : p + q].copy(), dw, dA.sum(axis=(0, 2, 3))
