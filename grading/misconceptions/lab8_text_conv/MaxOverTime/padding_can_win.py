"""Idea: Padding may take part: it is small anyway.
Hint: Which values can stand behind the words that count? Look at the example with a 9.
Family: padding
Fails: test_MaxOverTime_lengths, test_MaxOverTime_padding, test_MaxOverTime_backward_lengths,
    test_MaxOverTime_kinds, test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.a, self.counts = a, [a.shape[2]] * len(a)
        return a.max(axis=2)

    def backward(self, dz):
        da = np.zeros(self.a.shape)
        for n, o in np.ndindex(dz.shape):
            da[n, o, np.argmax(self.a[n, o, : self.counts[n]])] = dz[n, o]
        return da
