"""Idea: Make the zeros in forward, and add to them in backward.
Hint: Call backward twice. Is the second answer the same as the first?
Family: state
Fails: test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.winners = windows.argmax(1) + self.stride * np.arange(len(windows))
        self.dx = np.zeros(len(x))
        return x[self.winners]

    def backward(self, dout):
        np.add.at(self.dx, self.winners, dout)
        return self.dx.copy()
