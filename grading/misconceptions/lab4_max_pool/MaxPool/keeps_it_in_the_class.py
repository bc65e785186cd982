"""Idea: What forward finds out goes to MaxPool.winner, so that backward can read it there.
Hint: A network has many such layers. Which of them does MaxPool.winner belong to?
Family: state
Fails: test_MaxPool_layer
"""


class MaxPool(Layer):
    winner = length = None

    def forward(self, h):
        MaxPool.winner, MaxPool.length = np.argmax(h), len(h)
        return np.max(h)

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = dz
        return dh
