# dX is cut off by one row and column on each side whatever the padding; and dw is divided by the number of images
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding
    def _tap(self, u, v, shape):
        s = self.stride
        return np.s_[:, :, u:u + s * shape[2]:s, v:v + s * shape[3]:s]
    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        self.w = w
        size = [(n - k) // s + 1 for n, k in zip(self.P.shape[2:], w.shape[2:])]
        A = np.tile(np.reshape(b, (1, -1, 1, 1)) * 1.0, (len(X), 1, *size))
        for u, v in np.ndindex(*w.shape[2:]):
            A += np.einsum('ncij,oc->noij', self.P[self._tap(u, v, A.shape)], w[:, :, u, v])
        return A
    def backward(self, dA):
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u, v in np.ndindex(*self.w.shape[2:]):
            at = self._tap(u, v, dA.shape)
            dP[at] += np.einsum('noij,oc->ncij', dA, self.w[:, :, u, v])
            dw[:, :, u, v] = np.einsum('noij,ncij->oc', dA, self.P[at]) / len(dA)
        return dP[:, :, 1:-1, 1:-1].copy(), dw, dA.sum((0, 2, 3)).astype(float)
