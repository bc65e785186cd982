"""Idea: In each window, whoever equals the maximum gets the window's gradient.
Hint: Two winners in a window: how much do they get together, and how much came in?
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
            dx[s : s + self.size] += d * (window == window.max())
        return dx
