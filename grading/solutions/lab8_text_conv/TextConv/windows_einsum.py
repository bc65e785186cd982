"""Windows, einsum, and dx as a correlation of the padded upstream gradient."""


class TextConv(Layer):
    def forward(self, x, w, b):
        self.windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)
        self.w = w
        return np.einsum("nctk,ock->not", self.windows, w) + b.reshape(1, -1, 1)

    def backward(self, da):
        da, K = da.astype(np.float64), self.w.shape[2]
        padded = np.pad(da, ((0, 0), (0, 0), (K - 1, K - 1)))
        around = np.lib.stride_tricks.sliding_window_view(padded, K, axis=2)
        dx = np.einsum("notk,ock->nct", around, self.w[:, :, ::-1])
        return dx, np.einsum("not,nctk->ock", da, self.windows), np.einsum("not->o", da)
