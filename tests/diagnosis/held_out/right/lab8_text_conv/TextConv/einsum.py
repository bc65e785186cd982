# right
class TextConv(Layer):
    def forward(self, x, w, b):
        self.w, self.T = np.asarray(w, float), x.shape[2]
        self.see = np.lib.stride_tricks.sliding_window_view(np.array(x, float), w.shape[2], axis=2)
        return np.einsum('ncpk,ock->nop', self.see, self.w) + np.asarray(b)[:, None]

    def backward(self, da):
        dx = np.zeros(self.see.shape[:2] + (self.T,))
        for k in range(self.w.shape[2]):
            dx[:, :, k:k + da.shape[2]] += np.einsum('nop,oc->ncp', da, self.w[:, :, k])
        return dx, np.einsum('nop,ncpk->ock', da, self.see), np.sum(da, axis=(0, 2), dtype=float)
