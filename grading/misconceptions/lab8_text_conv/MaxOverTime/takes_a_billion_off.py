"""
Idea: A place that does not count loses, if 1e9 is taken off its number.
Hint: And if its number is larger than that? What loses against every number?
Family: special values
Fails: test_MaxOverTime_padding
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        counts = np.full(len(a), a.shape[2]) if lengths is None else np.asarray(lengths)
        outside = np.arange(a.shape[2]) >= counts[:, None, None]
        self.winners = (a - 1e9 * outside).argmax(axis=2)[:, :, None]
        return np.take_along_axis(a, self.winners, axis=2)[:, :, 0].copy()

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.winners, np.asarray(dz, float)[:, :, None], axis=2)
        return da
