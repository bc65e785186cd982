"""Idea: Places are counted from 0 to lengths - 1, so that is where it ends.
Hint: A slice or a range ends before its end. How many places are there below lengths - 1?
Family: counting
Fails: test_MaxOverTime_lengths, test_MaxOverTime_padding, test_MaxOverTime_backward_lengths,
    test_MaxOverTime_kinds, test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        P = a.shape[2]
        self.counts = [P + 1] * len(a) if lengths is None else lengths
        self.a = a
        return np.array(
            [[row[: max(count - 1, 1)].max() for row in s] for s, count in zip(a, self.counts)]
        )

    def backward(self, dz):
        da = np.zeros(self.a.shape)
        for n, o in np.ndindex(dz.shape):
            da[n, o, np.argmax(self.a[n, o, : max(self.counts[n] - 1, 1)])] = dz[n, o]
        return da
