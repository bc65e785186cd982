# one big matrix that holds the shifted filters, (O, P, C, T); all gradients by einsum
class TextConv(Layer):
    def forward(self, x, w, b):
        K, T = w.shape[2], x.shape[2]
        P = T - K + 1
        self.shift = np.array([np.eye(P, T, k) for k in range(K)])
        self.x, self.w = x.astype(float), w.astype(float)
        big = np.einsum('ock,kpt->opct', self.w, self.shift)
        return np.einsum('opct,nct->nop', big, self.x) + b[:, None]

    def backward(self, da):
        da = da.astype(float)
        dx = np.einsum('nop,ock,kpt->nct', da, self.w, self.shift)
        dw = np.einsum('nop,nct,kpt->ock', da, self.x, self.shift)
        return dx, dw, np.einsum('nop->o', da)
