"""Idea: What does not count becomes zero, then it cannot win.
Hint: Zero is larger than every negative answer. Which number loses against all others?
Family: special values
Fails: test_MaxOverTime_padding, test_MaxOverTime_kinds, test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        P = a.shape[2]
        counts = np.full(len(a), P) if lengths is None else lengths
        a = a * (np.arange(P) < counts[:, None])[:, None, :]
        self.best, self.shape = np.argmax(a, axis=2), a.shape
        return np.max(a, axis=2)

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.best[..., None], dz[..., None], axis=2)
        return da
