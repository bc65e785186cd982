"""Idea: The last window is filled up with zeros, as in a convolution with padding.
Hint: Is there any padding in this layer? And what wins if the entries are negative?
Family: padding
Fails: test_MaxPool1D_leftover, test_MaxPool1D_together
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        missing = -(len(x) - self.size) % self.stride
        padded = np.append(x, np.zeros(missing, x.dtype))
        windows = np.lib.stride_tricks.sliding_window_view(padded, self.size)[:: self.stride]
        self.length = len(x)
        self.winners = windows.argmax(1) + self.stride * np.arange(len(windows))
        return padded[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners[: len(dout)], dout)
        return dx
