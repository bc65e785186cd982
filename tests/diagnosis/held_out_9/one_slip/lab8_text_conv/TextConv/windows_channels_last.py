# The windows are flattened position first, channel second; the filters channel first.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, C, T = x.shape
        O, _, K = w.shape
        xt = x.transpose(0, 2, 1)
        out = np.zeros((N, O, T - K + 1))
        for t in range(T - K + 1):
            out[:, :, t] = xt[:, t:t + K].reshape(N, -1) @ w.reshape(O, -1).T + b
        return out

    def backward(self, da):
        da = np.asarray(da, float)
        K = self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for t in range(da.shape[2]):
            dx[:, :, t:t + K] += np.einsum("no,ock->nck", da[:, :, t], self.w)
            dw += np.einsum("no,nck->ock", da[:, :, t], self.x[:, :, t:t + K])
        return dx, dw, da.sum(axis=(0, 2))
