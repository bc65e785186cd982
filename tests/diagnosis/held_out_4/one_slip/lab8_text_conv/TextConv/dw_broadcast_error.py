# wrong: dw cuts windows of x as long as the filter, not as the upstream gradient: shapes do not fit
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        P = x.shape[2] - w.shape[2] + 1
        cols = np.stack([x[:, :, t : t + w.shape[2]].reshape(len(x), -1) for t in range(P)], 1)
        return (cols @ w.reshape(len(w), -1).T).transpose(0, 2, 1) + b[:, None]

    def backward(self, da):
        da = da.astype(float)
        K = self.w.shape[2]
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k : k + da.shape[2]] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            dw[:, :, k] = np.einsum("not,nct->oc", da, self.x[:, :, k : k + K])
        return dx, dw, da.sum(axis=(0, 2))
