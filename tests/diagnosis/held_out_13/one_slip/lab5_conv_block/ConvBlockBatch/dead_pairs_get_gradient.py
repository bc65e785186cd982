# The mask of the live pairs is z >= 0, which is always so after the ReLU.
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 2 or np.ndim(w) != 2 or w.shape[1] > x.shape[1]:
            raise ValueError(
                f"Expected (B, N) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.x, self.w = x, w
        windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[1], axis=1)
        a = np.einsum("bik,mk->bmi", windows, w)
        self.best = a.argmax(axis=2)
        z = np.maximum(a.max(axis=2), 0)
        self.live = z >= 0
        return z

    def backward(self, dz):
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        K = self.w.shape[1]
        for b, m in np.argwhere(self.live):
            i = self.best[b, m]
            dx[b, i : i + K] += dz[b, m] * self.w[m]
            dw[m] += dz[b, m] * self.x[b, i : i + K]
        return dx, dw
