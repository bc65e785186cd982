# a pair passes the gradient only if its dz is above zero too, so negative upstream gradients are dropped
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.w, self.N = w.astype(float), x.shape[1]
        self.win = np.lib.stride_tricks.sliding_window_view(x.astype(float), w.shape[1], axis=1)
        a = self.win @ self.w.T
        self.best = a.argmax(axis=1)
        self.z = np.maximum(a.max(axis=1), 0)
        return self.z.copy()

    def backward(self, dz):
        g = np.where((self.z > 0) & (dz > 0), dz, 0.0)
        B, M = g.shape
        chosen = self.win[np.arange(B)[:, None], self.best]
        dw = np.einsum('bm,bmk->mk', g, chosen)
        places = self.best[:, :, None] + np.arange(self.w.shape[1])
        dx = np.zeros((B, self.N))
        np.add.at(dx, (np.arange(B)[:, None, None], places), g[:, :, None] * self.w)
        return dx, dw
