"""Idea: A window goes from its start to start + size - 1.
Hint: Python's slices end before their second number. How many entries has x[0:size - 1]?
Family: counting
Fails: test_MaxPool1D, test_MaxPool1D_stride, test_MaxPool1D_leftover, test_MaxPool1D_backward,
    test_MaxPool1D_upstream, test_MaxPool1D_overlap, test_MaxPool1D_gaps, test_MaxPool1D_ties,
    test_MaxPool1D_together, test_MaxPool1D_kinds, test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        starts = range(0, len(x) - self.size + 1, self.stride)
        self.length = len(x)
        self.winners = [s + int(np.argmax(x[s : s + max(self.size - 1, 1)])) for s in starts]
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
