# wrong: the bias is left out; dx overwrites overlapping windows (=)
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, C, T = x.shape
        O, _, K = w.shape
        out = np.zeros((N, O, T - K + 1))
        for t in range(T - K + 1):
            out[:, :, t] = np.tensordot(x[:, :, t:t + K], w, axes=([1, 2], [1, 2]))
        return out

    def backward(self, da):
        K = self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for t in range(da.shape[2]):
            dx[:, :, t:t + K] = np.tensordot(da[:, :, t], self.w, axes=1)
            dw += np.tensordot(da[:, :, t].T, self.x[:, :, t:t + K], axes=1)
        return dx, dw, da.sum(axis=(0, 2))
