"""Idea: A dz of 0 counts as if none were given.
Hint: For Python 0 counts as false. A layer always gets its upstream gradient, and 0 is one.
Family: upstream
Fails: test_MaxPool_upstream, test_MaxPool_kinds
"""


class MaxPool(Layer):
    def forward(self, h):
        self.winner, self.length = np.argmax(h), len(h)
        return h[self.winner]

    def backward(self, dz=None):
        dh = np.zeros(self.length)
        dh[self.winner] = dz or 1.0
        return dh
