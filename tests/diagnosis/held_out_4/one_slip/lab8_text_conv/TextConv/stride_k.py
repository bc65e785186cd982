# wrong: dx puts the filter the wrong way round: full correlation with the filter not turned
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        P = x.shape[2] - K + 1
        out = 0
        for k in range(K):
            out = out + np.einsum("nct,oc->not", x[:, :, k : k + P], w[:, :, k])
        return out + b[None, :, None]

    def backward(self, da):
        da = np.asarray(da, dtype=float)
        N, C, T = self.x.shape
        O, _, K = self.w.shape
        wide = np.pad(da, ((0, 0), (0, 0), (K - 1, K - 1)))
        dx = np.zeros((N, C, T))
        for t in range(T):
            dx[:, :, t] = np.einsum("nok,ock->nc", wide[:, :, t : t + K], self.w)
        dw = np.stack([np.einsum("not,nct->oc", da, self.x[:, :, k : k + da.shape[2]]) for k in range(K)], axis=2)
        return dx, dw, da.sum((0, 2))
