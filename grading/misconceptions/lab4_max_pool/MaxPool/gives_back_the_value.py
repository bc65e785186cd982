"""Idea: On the way back the maximum returns to its place, times dz.
Hint: Nudge the 5 in the example by 0.25. Does z change by 0.25, or by five times that?
Family: rule
Fails: test_MaxPool_backward, test_MaxPool_upstream, test_MaxPool_ties, test_MaxPool_kinds,
    test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.winner, self.length = np.argmax(h), len(h)
        self.z = float(h[self.winner])
        return self.z

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = dz * self.z
        return dh
