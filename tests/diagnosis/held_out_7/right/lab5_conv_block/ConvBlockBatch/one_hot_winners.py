# right
# one-hot winners and einsum
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.w, self.N = w.astype(float), x.shape[1]
        self.win = np.lib.stride_tricks.sliding_window_view(x.astype(float), w.shape[1], axis=1)
        a = np.einsum("bik,mk->bmi", self.win, self.w)
        best = a.argmax(axis=2)
        self.hot = np.eye(a.shape[2])[best] * (a.max(axis=2) > 0)[:, :, None]
        return np.maximum(a.max(axis=2), 0)

    def backward(self, dz):
        g = self.hot * dz[:, :, None]
        dw = np.einsum("bmi,bik->mk", g, self.win)
        dwin = np.einsum("bmi,mk->bik", g, self.w)
        dx = np.zeros((len(dz), self.N))
        for k in range(self.w.shape[1]):
            dx[:, k : k + dwin.shape[1]] += dwin[:, :, k]
        return dx, dw
