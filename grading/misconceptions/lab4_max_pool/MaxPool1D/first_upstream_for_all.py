"""Idea: The upstream gradient is one number, as it was for MaxPool.
Hint: Each window has an output of its own. How many numbers does dout hold?
Family: upstream
Fails: test_MaxPool1D_upstream, test_MaxPool1D_together, test_MaxPool1D_kinds,
    test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        starts = range(0, len(x) - self.size + 1, self.stride)
        self.length = len(x)
        self.winners = [s + int(np.argmax(x[s : s + self.size])) for s in starts]
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout[0])
        return dx
