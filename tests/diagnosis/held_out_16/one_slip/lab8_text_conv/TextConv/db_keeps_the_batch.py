# db is summed over the places but not over the sentences: its shape is (N, O)
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        win = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)
        self.win = win
        return np.einsum("nctk,ock->not", win, w) + b[:, None]

    def backward(self, da):
        da = da.astype(np.float64)
        dx = np.zeros(self.x.shape)
        P = da.shape[2]
        for k in range(self.w.shape[2]):
            dx[:, :, k : k + P] += np.einsum("not,oc->nct", da, self.w[:, :, k])
        return dx, np.einsum("not,nctk->ock", da, self.win), da.sum(axis=2)
