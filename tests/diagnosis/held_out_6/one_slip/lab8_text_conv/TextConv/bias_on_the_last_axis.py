# wrong: b is added along the positions, the last axis, not along the filters
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        P = x.shape[2] - K + 1
        out = sum(np.matmul(w[:, :, k], x[:, :, k : k + P]) for k in range(K))
        return out + b

    def backward(self, da):
        x, w = self.x, self.w
        K, P = w.shape[2], da.shape[2]
        dx = np.zeros(x.shape)
        dw = np.zeros(w.shape)
        for k in range(K):
            dx[:, :, k : k + P] += np.matmul(w[:, :, k].T, da)
            dw[:, :, k] = np.einsum("nop,ncp->oc", da, x[:, :, k : k + P])
        return dx, dw, da.sum(axis=(0, 2), dtype=float)
