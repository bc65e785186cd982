"""Idea: I put -1000 where nothing counts: no answer is below that.
Hint: Who promises that? -np.inf is below every number.
Family: special values
Fails: test_MaxOverTime_padding
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        P = a.shape[2]
        counts = np.full(len(a), P) if lengths is None else lengths
        inside = (np.arange(P) < counts[:, None])[:, None, :]
        kept = np.where(inside, a, -1000)
        self.best, self.shape = np.argmax(kept, axis=2), a.shape
        return np.max(kept, axis=2)

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.best[..., None], dz[..., None], axis=2)
        return da
