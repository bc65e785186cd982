# dw is flipped along the filter's length; and db is summed over the sentences only for the first position
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x.astype(float), w.astype(float)
        P = x.shape[2] - w.shape[2] + 1
        return sum(np.einsum('nct,oc->not', self.x[:, :, k:k + P], self.w[:, :, k]) for k in range(w.shape[2])) + b[:, None]

    def backward(self, da):
        K, P = self.w.shape[2], da.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k:k + P] += np.einsum('not,oc->nct', da, self.w[:, :, k])
            dw[:, :, K - 1 - k] = np.einsum('not,nct->oc', da, self.x[:, :, k:k + P])
        return dx, dw, da[:, :, 0].sum(axis=0, dtype=float)
