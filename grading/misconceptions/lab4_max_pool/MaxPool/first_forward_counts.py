"""Idea: Look for the winner once, and remember it.
Hint: The layer sees another vector in the next step. Which winner does yours blame then?
Family: state
Fails: test_MaxPool_layer
"""


class MaxPool(Layer):
    winner = None

    def forward(self, h):
        self.length = len(h)
        if self.winner is None:
            self.winner = np.argmax(h)
        return np.max(h)

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = dz
        return dh
