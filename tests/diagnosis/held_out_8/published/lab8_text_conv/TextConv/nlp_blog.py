# As in blog posts: cross-correlation written as a convolution with the flipped filter.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        batch, in_ch, seq_len = x.shape
        n_filters, _, width = w.shape
        out_len = seq_len - width + 1
        w = np.flip(w, axis=2)
        out = np.zeros((batch, n_filters, out_len))
        for i in range(out_len):
            out[:, :, i] = np.tensordot(x[:, :, i:i + width], w, axes=([1, 2], [1, 2])) + b
        return out

    def backward(self, da):
        batch, n_filters, out_len = da.shape
        width = self.w.shape[2]
        dw = np.zeros(self.w.shape)
        dx = np.zeros(self.x.shape)
        db = np.sum(da, axis=(0, 2), dtype=np.float64)
        for i in range(out_len):
            d = da[:, :, i]
            dw += np.einsum('no,nck->ock', d, self.x[:, :, i:i + width])
            dx[:, :, i:i + width] += np.einsum('no,ock->nck', d, self.w)
        return dx, dw, db
