"""Idea: Blocks fill the line, and nothing is left over.
Hint: What does reshape do with seven entries and size 2? What should happen to the seventh?
Family: counting
Fails: test_MaxPool1D_leftover, test_MaxPool1D_gaps
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        if self.stride == self.size:
            windows = x.reshape(-1, self.size)
        else:
            starts = range(0, len(x) - self.size + 1, self.stride)
            windows = np.array([x[s : s + self.size] for s in starts])
        self.length = len(x)
        self.winners = windows.argmax(1) + self.stride * np.arange(len(windows))
        return windows.max(1)

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
