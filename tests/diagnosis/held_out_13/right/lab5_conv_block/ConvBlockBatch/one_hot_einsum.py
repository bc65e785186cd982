# right: a one-hot array of the winning windows, emptied where the pair is dead, and two einsums.
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 2 or np.ndim(w) != 2 or w.shape[1] > x.shape[1]:
            raise ValueError(
                f"Expected (B, N) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.w, self.N = w, x.shape[1]
        self.windows = np.lib.stride_tricks.sliding_window_view(x.astype(np.float64), w.shape[1], 1)
        a = np.einsum("bpk,mk->bmp", self.windows, w)
        best = a.argmax(axis=-1)
        z = np.take_along_axis(a, best[..., None], -1)[..., 0]
        self.hot = (np.arange(a.shape[-1]) == best[..., None]) & (z > 0)[..., None]
        return z * (z > 0)

    def backward(self, dz):
        g = self.hot * dz[..., None]
        dw = np.einsum("bmp,bpk->mk", g, self.windows)
        shares = np.einsum("bmp,mk->bpk", g, self.w)
        dx = np.zeros((len(g), self.N))
        for p in range(shares.shape[1]):
            dx[:, p : p + shares.shape[2]] += shares[:, p]
        return dx, dw
