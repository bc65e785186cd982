# both loops over taps run to the filter's height: of wide filters the last columns are left out, with tall ones the column index is out of bounds (IndexError)
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def taps(self):
        s, k = self.stride, self.w.shape[2]
        for u in range(k):
            for v in range(k):
                yield u, v, np.s_[:, :, u : u + s * self.out[0] : s, v : v + s * self.out[1] : s]

    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.w, self.size = w, X.shape[2:]
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        self.out = [(n - k) // s + 1 for n, k in zip(self.P.shape[2:], w.shape[2:])]
        A = np.zeros((len(X), len(w), *self.out)) + b[:, None, None]
        for u, v, part in self.taps():
            A += np.einsum("ncij,oc->noij", self.P[part], w[:, :, u, v])
        return A

    def backward(self, dA):
        p = self.padding
        g = np.array(dA, dtype=np.float64)
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u, v, part in self.taps():
            dP[part] += np.einsum("noij,oc->ncij", g, self.w[:, :, u, v])
            dw[:, :, u, v] = np.einsum("noij,ncij->oc", g, self.P[part])
        return dP[:, :, p : p + self.size[0], p : p + self.size[1]].copy(), dw, g.sum(axis=(0, 2, 3))
