"""Idea: One array will do for the gradient in all calls.
Hint: Call backward twice and change the first result. What does the second one look like?
Family: memory
Fails: test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.winner = np.argmax(h)
        self.dh = np.zeros(len(h))
        return h[self.winner]

    def backward(self, dz):
        self.dh[self.winner] = dz
        return self.dh
