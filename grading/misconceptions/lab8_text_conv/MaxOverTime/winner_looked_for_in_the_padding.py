"""
Idea: The winner is where argmax says.
Hint: The maximum is taken over the places that count. Over which does argmax look?
Family: padding
Fails: test_MaxOverTime_backward_lengths, test_MaxOverTime_kinds, test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        self.winners = a.argmax(axis=2)
        if lengths is None:
            return a.max(axis=2)
        return np.array([row[:, :length].max(axis=1) for row, length in zip(a, lengths)])

    def backward(self, dz):
        da = np.zeros(self.shape)
        n, o = np.indices(self.winners.shape)
        da[n, o, self.winners] = dz
        return da
