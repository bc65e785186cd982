"""Idea: The gradient is of the same type as the upstream gradient.
Hint: Gradients are float64. What does yours return for dz = 2, without a point?
Family: number types
Fails: test_MaxPool_kinds
"""


class MaxPool(Layer):
    def forward(self, h):
        self.winner, self.length = np.argmax(h), len(h)
        return h[self.winner]

    def backward(self, dz):
        dh = np.zeros(self.length, dtype=np.asarray(dz).dtype)
        dh[self.winner] = dz
        return dh
