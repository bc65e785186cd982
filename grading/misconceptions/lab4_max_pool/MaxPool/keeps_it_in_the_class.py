"""Idea: One place is enough to remember what forward has found.
Hint: A network has several such layers. Whose winner stands there when backward is called? The
    class, a global and a default argument are there once, for all of them.
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
