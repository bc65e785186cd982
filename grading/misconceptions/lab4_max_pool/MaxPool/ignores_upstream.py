"""Idea: The slope of the maximum is 1 at the winner, and that is the answer.
Hint: What if the loss rises twice as fast as z? The chain rule has two factors.
Family: upstream
Fails: test_MaxPool_upstream, test_MaxPool_kinds, test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.winner, self.length = np.argmax(h), len(h)
        return h[self.winner]

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = 1
        return dh
