# the taps of the forward pass step by the stride along the rows, but not along the columns (the first W_out columns are taken)
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        self.w = w.astype(float)
        self.hw = X.shape[2:]
        P = self.P = np.pad(X.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
        KH, KW = w.shape[2:]
        ho, wo = (P.shape[2] - KH) // s + 1, (P.shape[3] - KW) // s + 1
        A = np.zeros((len(X), len(w), ho, wo))
        for u in range(KH):
            for v in range(KW):
                tap = P[:, :, u:u + s * (ho - 1) + 1:s, v:v + wo]
                A += np.einsum('nchw,oc->nohw', tap, self.w[:, :, u, v])
        return A + b.reshape(1, -1, 1, 1)

    def backward(self, dA):
        s, p = self.stride, self.padding
        KH, KW = self.w.shape[2:]
        ho, wo = dA.shape[2:]
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u in range(KH):
            for v in range(KW):
                at = np.s_[:, :, u:u + s * (ho - 1) + 1:s, v:v + s * (wo - 1) + 1:s]
                dP[at] += np.einsum('nohw,oc->nchw', dA, self.w[:, :, u, v])
                dw[:, :, u, v] = np.einsum('nohw,nchw->oc', dA, self.P[at])
        return dP[:, :, p:p + self.hw[0], p:p + self.hw[1]], dw, dA.sum(axis=(0, 2, 3), dtype=float)
