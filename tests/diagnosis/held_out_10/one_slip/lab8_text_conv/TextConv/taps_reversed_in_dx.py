# In dx the filter is turned round though the shares already move with the tap.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        P = x.shape[2] - w.shape[2] + 1
        out = 0
        for k in range(w.shape[2]):
            out = out + np.einsum("oc,ncp->nop", w[:, :, k], x[:, :, k:k + P])
        return out + b[:, None]

    def backward(self, da):
        K, P = self.w.shape[2], da.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        turned = self.w[:, :, ::-1]
        for k in range(K):
            dx[:, :, k:k + P] += np.einsum("nop,oc->ncp", da, turned[:, :, k])
            dw[:, :, k] = np.einsum("nop,ncp->oc", da, self.x[:, :, k:k + P])
        return dx, dw, da.sum(axis=(0, 2)).astype(float)
