# forward does not add the bias
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, C, T = x.shape
        O, C, K = w.shape
        out = np.zeros((N, O, T - K + 1))
        for t in range(T - K + 1):
            out[:, :, t] = np.einsum("nck,ock->no", x[:, :, t : t + K], w)
        return out

    def backward(self, da):
        K = self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for t in range(da.shape[2]):
            dx[:, :, t : t + K] += np.einsum("no,ock->nck", da[:, :, t], self.w)
            dw += np.einsum("no,nck->ock", da[:, :, t], self.x[:, :, t : t + K])
        return dx, dw, da.sum(axis=(0, 2)).astype(float)
