"""tensordot, one place after the other, results in Fortran order."""


class TextConv:
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        places = range(x.shape[2] - K + 1)
        a = [np.tensordot(x[:, :, t : t + K], w, axes=([1, 2], [1, 2])) + b for t in places]
        return np.asfortranarray(np.stack(a, axis=-1))

    def backward(self, da):
        dx = np.zeros(self.x.shape, order="F")
        dw = 0.0
        for t in range(da.shape[2]):
            g, window = da[:, :, t].astype(float), slice(t, t + self.w.shape[2])
            dx[:, :, window] += np.tensordot(g, self.w, axes=1)
            dw = dw + np.tensordot(g.T, self.x[:, :, window], axes=1)
        return dx, dw, da.sum(axis=2, dtype=float).sum(axis=0)
