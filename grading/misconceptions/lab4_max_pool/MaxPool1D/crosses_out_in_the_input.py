"""Idea: x is mine to write into.
Hint: Whose array is x? And what does the next layer read there?
Family: memory
Fails: test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        z = windows.max(1)
        self.winners = windows.argmax(1) + self.stride * np.arange(len(windows))
        self.length = len(x)
        losers = np.ones(len(x), dtype=bool)
        losers[self.winners] = False
        x[losers] = 0
        return z

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
