"""One einsum for each tap, both ways."""


class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.P, self.w = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))), w
        (N, _, H, W), (n_filters, _, KH, KW) = self.P.shape, w.shape
        A = np.zeros((N, n_filters, (H - KH) // s + 1, (W - KW) // s + 1))
        for u, v in np.ndindex(KH, KW):
            under = self.P[self._places(u, v, A.shape)]
            A += np.einsum("oc,ncij->noij", w[:, :, u, v], under)
        return A + b[:, None, None]

    def _places(self, u, v, shape):
        s = self.stride
        return np.s_[:, :, u : u + s * shape[2] : s, v : v + s * shape[3] : s]

    def backward(self, dA):
        p, (_, _, H, W) = self.padding, self.P.shape
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u, v in np.ndindex(self.w.shape[2:]):
            places = self._places(u, v, dA.shape)
            dw[:, :, u, v] = np.einsum("noij,ncij->oc", dA, self.P[places])
            dP[places] += np.einsum("oc,noij->ncij", self.w[:, :, u, v], dA)
        return dP[:, :, p : H - p, p : W - p].copy(), dw, dA.sum(axis=(0, 2, 3))
