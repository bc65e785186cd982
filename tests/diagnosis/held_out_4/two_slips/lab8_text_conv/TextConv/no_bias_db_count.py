# wrong: the bias is left out; db counts the places and ignores da
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w, self.b = x, w, b
        K = w.shape[-1]
        v = np.lib.stride_tricks.sliding_window_view(x, K, axis=2)
        return np.tensordot(v, w, axes=([1, 3], [1, 2])).transpose(0, 2, 1)

    def backward(self, da):
        x, w, K = self.x, self.w, self.w.shape[-1]
        v = np.lib.stride_tricks.sliding_window_view(x, K, axis=2)
        dw = np.einsum("not,nctk->ock", da, v).astype(float)
        dx = np.zeros(x.shape)
        for n, o, t in np.ndindex(*da.shape):
            dx[n, :, t : t + K] += da[n, o, t] * w[o]
        db = np.array([float(da.shape[0] * da.shape[2])] * da.shape[1])
        return dx, dw, db
