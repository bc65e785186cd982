# the filter is turned round; the bias is left out
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, C, T = x.shape
        O, _, K = w.shape
        y = np.zeros((N, O, T - K + 1))
        for k in range(K):
            y += np.einsum("nct,oc->not", x[:, :, k : k + T - K + 1], w[:, :, K - 1 - k])
        return y

    def backward(self, da):
        P, K = da.shape[2], self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k : k + P] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            dw[:, :, k] = np.einsum("not,nct->oc", da, self.x[:, :, k : k + P])
        return dx, dw, np.einsum("not->o", da).astype(float)
