"""Idea: The slope of a maximum is 1 at its winner, so add 1 for each window.
Hint: What if the loss depends on the first window ten times as much as on the second?
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
        return np.bincount(self.winners, minlength=self.length).astype(float)
