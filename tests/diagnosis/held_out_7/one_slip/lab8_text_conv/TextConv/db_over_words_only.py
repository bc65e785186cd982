# db is summed over the positions, then averaged over the sentences
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        P = x.shape[2] - K + 1
        return sum(np.einsum("ncp,oc->nop", x[:, :, k : k + P], w[:, :, k]) for k in range(K)) + b[:, None]

    def backward(self, da):
        P, K = da.shape[2], self.w.shape[2]
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k : k + P] += np.einsum("nop,oc->ncp", da, self.w[:, :, k])
            dw[:, :, k] = np.einsum("nop,ncp->oc", da, self.x[:, :, k : k + P])
        db = da.sum(axis=2).mean(axis=0).astype(float)
        return dx, dw, db
