# wrong: places that do not count are set to 0, which wins where all others are negative
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        if lengths is None:
            lengths = np.full(N, P)
        counts = np.arange(P)[None, None, :] < np.asarray(lengths)[:, None, None]
        masked = np.where(counts, a, 0)
        self.shape = a.shape
        self.best = masked.argmax(axis=2)
        return masked.max(axis=2)

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.best[:, :, None], np.asarray(dz, float)[:, :, None], axis=2)
        return da
