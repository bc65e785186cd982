"""Idea: The largest of a window is at least 0.
Hint: A window may be below zero everywhere. What is its largest entry then?
Family: special values
Fails: test_MaxPool1D_together, test_MaxPool1D_stride
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        starts = range(0, len(x) - self.size + 1, self.stride)
        self.length = len(x)
        self.winners = [s + int(np.argmax(x[s : s + self.size])) for s in starts]
        return np.maximum(x[self.winners], 0)

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
