# Places that do not count are set to 0, which beats negative answers.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        vals = np.array(a, dtype=float)
        if lengths is not None:
            keep = np.arange(P)[None, :] < np.asarray(lengths)[:, None]
            vals = vals * keep[:, None, :]
        self.best, self.shape = vals.argmax(-1), a.shape
        return vals.max(-1)

    def backward(self, dz):
        g = np.zeros(self.shape)
        np.put_along_axis(g, self.best[..., None], np.asarray(dz, float)[..., None], axis=-1)
        return g
