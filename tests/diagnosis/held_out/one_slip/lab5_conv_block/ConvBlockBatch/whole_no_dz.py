# wrong: dw without dz
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.w = np.array(w, dtype=float)
        K = w.shape[1]
        self.view = np.lib.stride_tricks.sliding_window_view(np.array(x, dtype=float), K, axis=1)
        a = np.einsum("bpk,mk->bmp", self.view, self.w)
        self.N = x.shape[1]
        h = np.where(a > 0, a, 0.0)
        self.best = h.argmax(axis=2)
        z = h.max(axis=2)
        self.live = z > 0
        return z

    def backward(self, dz):
        B, M = dz.shape
        K = self.w.shape[1]
        dx = np.zeros((B, self.N))
        dw = np.zeros((M, K))
        for b in range(B):
            for m in range(M):
                if self.live[b, m]:
                    p = self.best[b, m]
                    dx[b, p:p + K] += dz[b, m] * self.w[m]
                    dw[m] += self.view[b, p]
        return dx, dw
