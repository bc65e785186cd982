"""Idea: With size 1 there is nothing to do.
Hint: There is one thing: whoever changes your result changes x. Return a copy.
Family: memory
Fails: test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        self.length = len(x)
        if self.size == 1:
            self.winners = np.arange(0, len(x), self.stride)
            return x[:: self.stride]
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.winners = windows.argmax(1) + self.stride * np.arange(len(windows))
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
