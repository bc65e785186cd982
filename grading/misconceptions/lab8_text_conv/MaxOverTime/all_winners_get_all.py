"""Idea: Whoever equals the maximum gets the upstream gradient.
Hint: With two winners that is twice the blame there is. What must the shares sum to?
Family: special values
Fails: test_MaxOverTime_ties
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        P = a.shape[2]
        self.counts = [P] * len(a) if lengths is None else lengths
        self.a = a
        return np.array([[row[:count].max() for row in s] for s, count in zip(a, self.counts)])

    def backward(self, dz):
        da = np.zeros(self.a.shape)
        for n, o in np.ndindex(dz.shape):
            row = self.a[n, o, : self.counts[n]]
            da[n, o, : self.counts[n]] = dz[n, o] * (row == row.max())
        return da
