"""Idea: Windows start at 0 and before n - k.
Hint: range ends before its second number. Does a window that starts at n - k still fit?
Family: counting
Fails: test_MaxPool1D, test_MaxPool1D_stride, test_MaxPool1D_backward, test_MaxPool1D_upstream,
    test_MaxPool1D_overlap, test_MaxPool1D_gaps, test_MaxPool1D_ties, test_MaxPool1D_together,
    test_MaxPool1D_kinds, test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        starts = range(0, max(len(x) - self.size, 1), self.stride)
        self.length = len(x)
        self.winners = [s + int(np.argmax(x[s : s + self.size])) for s in starts]
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        for winner, d in zip(self.winners, dout):
            dx[winner] += d
        return dx
