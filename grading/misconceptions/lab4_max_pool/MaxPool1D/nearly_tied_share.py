"""Idea: What is almost equal is tied.
Hint: Nudge the smaller of two entries that are 1e-9 apart, by less than that. Does z change?
Family: special values
Fails: test_MaxPool1D_ties
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        self.x = x
        self.starts = range(0, len(x) - self.size + 1, self.stride)
        return np.array([x[s : s + self.size].max() for s in self.starts])

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for s, d in zip(self.starts, dout):
            window = self.x[s : s + self.size]
            mask = np.isclose(window, window.max())
            dx[s : s + self.size] += d * mask / mask.sum()
        return dx
