"""Idea: What is left over at the end belongs to the last window on the way back.
Hint: Did an entry that is in no window have any influence on z?
Family: counting
Fails: test_MaxPool1D_gaps, test_MaxPool1D_together
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        self.x = x
        self.starts = list(range(0, len(x) - self.size + 1, self.stride))
        return np.array([x[s : s + self.size].max() for s in self.starts])

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for s, d in zip(self.starts, dout):
            end = len(dx) if s == self.starts[-1] else s + self.size
            dx[s + np.argmax(self.x[s:end])] += d
        return dx
