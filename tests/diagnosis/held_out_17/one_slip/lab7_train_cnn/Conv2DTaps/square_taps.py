# loops over KH taps in both directions (range(KH) twice), so columns of a wide filter are left out and a tall filter raises
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.s, self.p = stride, padding

    def cut(self, u, v, ho, wo):
        return np.s_[:, :, u:u + self.s * (ho - 1) + 1:self.s, v:v + self.s * (wo - 1) + 1:self.s]

    def forward(self, X, w, b):
        p, s = self.p, self.s
        self.w, self.shape = w.astype(float), X.shape
        self.P = np.pad(X.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
        K, KW = w.shape[2:]
        ho, wo = (self.P.shape[2] - K) // s + 1, (self.P.shape[3] - KW) // s + 1
        A = np.zeros((len(X), len(w), ho, wo)) + b[:, None, None]
        for u in range(K):
            for v in range(K):
                A += np.tensordot(self.w[:, :, u, v], self.P[self.cut(u, v, ho, wo)], axes=(1, 1)).swapaxes(0, 1)
        return A

    def backward(self, dA):
        g = dA.astype(float)
        ho, wo = g.shape[2:]
        K = self.w.shape[2]
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u in range(K):
            for v in range(K):
                c = self.cut(u, v, ho, wo)
                dP[c] += np.einsum('nohw,oc->nchw', g, self.w[:, :, u, v])
                dw[:, :, u, v] = np.einsum('nohw,nchw->oc', g, self.P[c])
        p, (N, C, H, W) = self.p, self.shape
        return dP[:, :, p:p + H, p:p + W], dw, g.sum((0, 2, 3))
