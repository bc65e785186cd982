"""Idea: The strongest entry wins, whatever its sign.
Hint: -5 is a large number with a minus before it. Is it larger than 2?
Family: special values
Fails: test_MaxPool_negative, test_MaxPool_backward
"""


class MaxPool(Layer):
    def forward(self, h):
        self.winner, self.length = np.argmax(np.abs(h)), len(h)
        return h[self.winner]

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = dz
        return dh
