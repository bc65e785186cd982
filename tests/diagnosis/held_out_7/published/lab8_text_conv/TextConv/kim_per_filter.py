# in the manner of Kim's sentence classifier: one filter at a time, db from the last filter's slice
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w, self.b = x, w, b
        n_batch, n_embed, n_words = x.shape
        n_filters, _, width = w.shape
        maps = []
        for f in range(n_filters):
            feature = [np.sum(x[:, :, i : i + width] * w[f][None], axis=(1, 2)) + b[f] for i in range(n_words - width + 1)]
            maps.append(np.stack(feature, axis=1))
        return np.stack(maps, axis=1)

    def backward(self, da):
        width = self.w.shape[2]
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        db = np.zeros(len(self.b))
        for f in range(len(self.w)):
            for i in range(da.shape[2]):
                g = da[:, f, i][:, None, None]
                dx[:, :, i : i + width] += g * self.w[f]
                dw[f] += (g * self.x[:, :, i : i + width]).sum(axis=0)
                db[f] = g.sum()
        return dx, dw, db
