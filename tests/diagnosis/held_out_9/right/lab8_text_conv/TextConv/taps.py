# right
# One product for each tap.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = np.array(x, float), np.array(w, float)
        P = x.shape[2] - w.shape[2] + 1
        out = np.repeat(np.repeat(np.asarray(b, float)[None, :, None], len(x), 0), P, 2)
        for k in range(w.shape[2]):
            out = out + np.einsum("oc,ncp->nop", w[:, :, k], x[:, :, k:k + P])
        return out

    def backward(self, da):
        P = da.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(self.w.shape[2]):
            dx[:, :, k:k + P] += np.einsum("oc,nop->ncp", self.w[:, :, k], da)
            dw[:, :, k] = np.einsum("nop,ncp->oc", da, self.x[:, :, k:k + P])
        return dx, dw, np.einsum("nop->o", da.astype(float))
