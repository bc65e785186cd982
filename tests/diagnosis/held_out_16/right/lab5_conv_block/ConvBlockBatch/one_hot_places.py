# right: the winners' upstream gradients are written into the bank's own maps, and from there on all is linear
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.win = np.lib.stride_tricks.sliding_window_view(x.astype(float), w.shape[1], axis=1)
        self.w, self.N = w.astype(float), x.shape[1]
        self.a = np.tensordot(self.win, self.w, axes=(2, 1)).swapaxes(1, 2)
        return np.maximum(self.a.max(axis=2), 0)

    def backward(self, dz):
        first = self.a.argmax(axis=2)[:, :, None]
        places = np.arange(self.a.shape[2])
        da = np.where((places == first) & (self.a > 0), np.asarray(dz, dtype=np.float64)[:, :, None], 0.0)
        dw = np.einsum("bmi,bik->mk", da, self.win)
        shares = np.einsum("bmi,mk->bik", da, self.w)
        dx = np.zeros((len(da), self.N))
        for k in range(self.w.shape[1]):
            dx[:, k : k + len(places)] += shares[:, :, k]
        return dx, dw
