# No bias in forward; windows of dx overwrite each other.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        P = x.shape[2] - K + 1
        return np.stack([np.einsum("nck,ock->no", x[:, :, p:p + K], w) for p in range(P)], axis=2)

    def backward(self, da):
        K = self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for p in range(da.shape[2]):
            dx[:, :, p:p + K] = np.einsum("no,ock->nck", da[:, :, p], self.w)
            dw += np.einsum("no,nck->ock", da[:, :, p], self.x[:, :, p:p + K])
        return dx, dw, da.sum(axis=(0, 2)) * 1.0
