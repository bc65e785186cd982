# wrong: the filter is turned round in forward; db is a mean over sentences
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x.astype(float), w.astype(float)
        self.win = np.lib.stride_tricks.sliding_window_view(self.x, w.shape[2], axis=2)
        return np.einsum("ncpk,ock->nop", self.win, self.w[:, :, ::-1]) + b[:, None]

    def backward(self, da):
        dx = np.zeros(self.x.shape)
        for p in range(da.shape[2]):
            dx[:, :, p:p + self.w.shape[2]] += np.einsum("no,ock->nck", da[:, :, p], self.w)
        return dx, np.einsum("nop,ncpk->ock", da, self.win), da.sum(axis=2).mean(axis=0).astype(float)
