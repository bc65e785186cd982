"""Idea: The gradient reaches as far as the windows do.
Hint: A gradient has the shape of what it belongs to, leftovers included.
Family: counting
Fails: test_MaxPool1D_gaps, test_MaxPool1D_together
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.winners = windows.argmax(1) + self.stride * np.arange(len(windows))
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros((len(dout) - 1) * self.stride + self.size)
        np.add.at(dx, self.winners, dout)
        return dx
