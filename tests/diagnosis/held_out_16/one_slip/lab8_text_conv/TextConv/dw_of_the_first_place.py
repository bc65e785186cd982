# dw[:, :, k] reads x[:, :, :P] for every k: the shift by k is missing
class TextConv(Layer):
    def forward(self, x, w, b):
        N, C, T = x.shape
        O, _, K = w.shape
        self.saved = x, w
        a = np.zeros((N, O, T - K + 1))
        for n in range(N):
            for o in range(O):
                for t in range(T - K + 1):
                    a[n, o, t] = (x[n, :, t : t + K] * w[o]).sum() + b[o]
        return a

    def backward(self, da):
        x, w = self.saved
        P = da.shape[2]
        g = np.array(da, dtype=float)
        dx = np.zeros(x.shape)
        dw = np.zeros(w.shape)
        for k in range(w.shape[2]):
            dx[:, :, k : k + P] += np.tensordot(g, w[:, :, k], axes=(1, 0)).swapaxes(1, 2)
            dw[:, :, k] = np.tensordot(g, x[:, :, :P], axes=((0, 2), (0, 2)))
        return dx, dw, g.sum(axis=(0, 2))
