"""Idea: da[:, :, places] = dz writes each winner to its own place.
Hint: That writes to all these places in every row. How do you name one place in each?
Family: counting
Fails: test_MaxOverTime_backward, test_MaxOverTime_upstream, test_MaxOverTime_ties,
    test_MaxOverTime_backward_lengths, test_MaxOverTime_kinds, test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        P = a.shape[2]
        counts = np.full(len(a), P) if lengths is None else lengths
        here = np.where(np.arange(P) < counts[:, None, None], a * 1.0, -np.inf)
        self.shape, self.winners = (a.shape, here.argmax(axis=2))
        return np.take_along_axis(a, self.winners[:, :, None], axis=2)[:, :, 0]

    def backward(self, dout):
        da = np.zeros(self.shape)
        da[:, :, self.winners] = dout
        return da
