# dx[rows, places] += ... with fancy indices: where two filters won at overlapping places only one is added
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        B, N = x.shape
        M, K = w.shape
        win = np.lib.stride_tricks.sliding_window_view(x, K, axis=1)
        a = np.einsum("bpk,mk->bmp", win, w)
        self.best = a.argmax(axis=2)
        top = a.max(axis=2)
        self.on = top > 0
        self.x, self.w = x, w
        return np.where(self.on, top, 0)

    def backward(self, dz):
        B, N = self.x.shape
        M, K = self.w.shape
        g = dz.astype(float) * self.on
        places = self.best[:, :, None] + np.arange(K)
        rows = np.arange(B)[:, None, None]
        dw = np.einsum("bm,bmk->mk", g, self.x[rows, places])
        dx = np.zeros((B, N))
        dx[rows, places] += g[:, :, None] * self.w[None]
        return dx, dw
