"""Idea: Every place that equals the best gets a share, all along the row.
Hint: A place behind the last word may hold the same number by chance. Does it count?
Family: padding
Fails: test_MaxOverTime_backward_lengths
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
            winners = self.a[n, o] == self.a[n, o, : self.counts[n]].max()
            da[n, o] = dz[n, o] * winners / winners.sum()
        return da
