# In the manner of a numpy TextCNN: windows are rows of words, unrolled word by word, while the filters are unrolled channel by channel.
def unroll_words(x, k):
    n, c, t = x.shape
    steps = t - k + 1
    cols = np.stack([x[:, :, i : i + k] for i in range(steps)], axis=1)  # n, steps, c, k
    return cols.transpose(0, 1, 3, 2).reshape(n, steps, k * c)


class TextConv(Layer):
    def forward(self, x, w, b):
        n_filters, c, k = w.shape
        self.x_shape, self.w_shape = x.shape, w.shape
        self.x_cols = unroll_words(x, k)
        self.w_row = w.reshape(n_filters, -1)
        return (self.x_cols @ self.w_row.T + b).transpose(0, 2, 1).copy()

    def backward(self, da):
        n_filters, c, k = self.w_shape
        grad = np.asarray(da, dtype=np.float64).transpose(0, 2, 1)
        db = grad.sum(axis=(0, 1))
        dw = np.einsum("nto,ntf->of", grad, self.x_cols).reshape(self.w_shape)
        dcols = (grad @ self.w_row).reshape(*grad.shape[:2], k, c).transpose(0, 1, 3, 2)
        dx = np.zeros(self.x_shape)
        for i in range(dcols.shape[1]):
            dx[:, :, i : i + k] += dcols[:, i]
        return dx, dw, db
