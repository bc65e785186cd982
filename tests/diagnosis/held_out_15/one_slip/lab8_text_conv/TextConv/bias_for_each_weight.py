# The bias is added in the loop over the K positions of the filter, so it counts K times.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        P = x.shape[2] - w.shape[2] + 1
        a = np.zeros((len(x), len(w), P))
        for k in range(w.shape[2]):
            a += np.einsum("nct,oc->not", x[:, :, k:k + P], w[:, :, k]) + b[:, None]
        return a

    def backward(self, da):
        da = da.astype(np.float64)
        P = da.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(self.w.shape[2]):
            dx[:, :, k:k + P] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            dw[:, :, k] += np.einsum("not,nct->oc", da, self.x[:, :, k:k + P])
        return dx, dw, da.sum(axis=(0, 2))
