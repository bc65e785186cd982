# db sums over the sentences and takes the mean over the places instead of their sum
class TextConv(Layer):
    def forward(self, x, w, b):
        self.win = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)
        self.w, self.xshape = w, x.shape
        return np.einsum('nctk,ock->not', self.win, w) + b[None, :, None]

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dw = np.einsum('not,nctk->ock', da, self.win)
        dx = np.zeros(self.xshape)
        P = da.shape[2]
        for k in range(self.w.shape[2]):
            dx[:, :, k:k + P] += np.einsum('not,oc->nct', da, self.w[:, :, k])
        return dx, dw, da.mean(axis=2).sum(axis=0)
