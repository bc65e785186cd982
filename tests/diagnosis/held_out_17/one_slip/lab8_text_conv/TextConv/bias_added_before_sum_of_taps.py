# the bias is added for every tap of the filter, so it counts K times in forward
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x.astype(float), w.astype(float)
        P = x.shape[2] - w.shape[2] + 1
        a = np.zeros((x.shape[0], w.shape[0], P))
        for k in range(w.shape[2]):
            a += np.einsum('nct,oc->not', self.x[:, :, k:k + P], self.w[:, :, k]) + b[:, None]
        return a

    def backward(self, da):
        P = da.shape[2]
        dx, dw = np.zeros_like(self.x), np.zeros_like(self.w)
        for k in range(self.w.shape[2]):
            dx[:, :, k:k + P] += np.einsum('not,oc->nct', da, self.w[:, :, k])
            dw[:, :, k] = np.einsum('not,nct->oc', da, self.x[:, :, k:k + P])
        return dx, dw, np.einsum('not->o', da).astype(float)
