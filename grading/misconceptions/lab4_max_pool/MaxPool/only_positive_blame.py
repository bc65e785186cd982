"""Idea: A gradient says how much someone contributed, so it is not negative.
Hint: If the loss falls when z rises, what does a larger winner do to the loss?
Family: special values
Fails: test_MaxPool_upstream, test_MaxPool_kinds, test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.winner, self.length = np.argmax(h), len(h)
        return h[self.winner]

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = abs(dz)
        return dh
