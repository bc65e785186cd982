# right
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        self.K = w.shape[2]
        self.P = x.shape[2] - self.K + 1
        out = np.stack([np.tensordot(x[:, :, t : t + self.K], w, axes=([1, 2], [1, 2])) for t in range(self.P)], 2)
        return out + np.reshape(b, (1, -1, 1))

    def backward(self, da):
        da = np.asarray(da, float)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for t in range(self.P):
            g = da[:, :, t]
            dx[:, :, t : t + self.K] += np.tensordot(g, self.w, axes=1)
            dw += np.tensordot(g.T, self.x[:, :, t : t + self.K], axes=1)
        return dx, dw, da.sum(2).sum(0)
