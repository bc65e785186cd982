# the bias is added once for each tap k of the filter, so K times in all
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        P = x.shape[2] - K + 1
        out = np.zeros((x.shape[0], w.shape[0], P))
        for k in range(K):
            out += np.einsum('nct,oc->not', x[:, :, k:k + P], w[:, :, k]) + b[:, None]
        return out
    def backward(self, da):
        da = da.astype(float)
        K, P = self.w.shape[2], da.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k:k + P] += np.einsum('not,oc->nct', da, self.w[:, :, k])
            dw[:, :, k] = np.einsum('not,nct->oc', da, self.x[:, :, k:k + P])
        return dx, dw, da.sum((0, 2))
