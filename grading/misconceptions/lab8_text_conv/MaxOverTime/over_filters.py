"""Idea: The maximum over axis 1 takes the best of each place.
Hint: Axis 1 are the filters. Which axis is time?
Family: axes
Fails: test_MaxOverTime, test_MaxOverTime_negative, test_MaxOverTime_lengths,
    test_MaxOverTime_padding, test_MaxOverTime_backward, test_MaxOverTime_upstream,
    test_MaxOverTime_ties, test_MaxOverTime_backward_lengths, test_MaxOverTime_kinds,
    test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape, self.best = a.shape, np.argmax(a, axis=1)
        return a.max(axis=1)

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.best[:, None], dz[:, None], axis=1)
        return da
