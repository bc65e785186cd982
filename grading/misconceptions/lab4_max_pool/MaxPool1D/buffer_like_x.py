"""Idea: The gradient has the dtype of x.
Hint: What becomes of 2.7 in an array of integers? np.zeros_like(x) has the dtype of x.
Family: number types
Fails: test_MaxPool1D_kinds
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        self.x = x
        self.starts = range(0, len(x) - self.size + 1, self.stride)
        return np.array([x[s : s + self.size].max() for s in self.starts])

    def backward(self, dout):
        dx = np.zeros_like(self.x)
        for s, d in zip(self.starts, dout):
            dx[s + np.argmax(self.x[s : s + self.size])] += d
        return dx
