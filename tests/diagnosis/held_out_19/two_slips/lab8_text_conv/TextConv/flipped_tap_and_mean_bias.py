# dx uses the taps in the other order; db is a mean over sentences and places
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        P = x.shape[2] - K + 1
        cols = np.stack([x[:, :, k:k + P] for k in range(K)], axis=-1)
        self.cols = cols
        return np.tensordot(cols, w, axes=([1, 3], [1, 2])).transpose(0, 2, 1) + b[:, None]

    def backward(self, da):
        da = da.astype(float)
        P, K = da.shape[2], self.w.shape[2]
        dw = np.einsum("not,nctk->ock", da, self.cols)
        dx = np.zeros(self.x.shape)
        for k in range(K):
            dx[:, :, k:k + P] += np.einsum("not,oc->nct", da, self.w[:, :, K - 1 - k])
        return dx, dw, da.mean(axis=(0, 2))
