# dx reads the filter backwards (w[:, :, K - 1 - k]) when scattering to t + k
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        P = x.shape[2] - w.shape[2] + 1
        out = np.zeros((len(x), len(w), P)) + b[:, None]
        for k in range(w.shape[2]):
            out += np.einsum('nct,oc->not', x[:, :, k:k + P], w[:, :, k])
        return out

    def backward(self, da):
        P, K = da.shape[2], self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k:k + P] += np.einsum('not,oc->nct', da, self.w[:, :, K - 1 - k])
            dw[:, :, k] = np.einsum('not,nct->oc', da, self.x[:, :, k:k + P])
        return dx, dw, np.sum(da, axis=(0, 2), dtype=float)
