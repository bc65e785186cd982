"""Idea: Size and stride are the same for all pools.
Hint: Make one layer with size 2 and then one with size 3. What size has the first one now?
Family: state
Fails: test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        MaxPool1D.size, MaxPool1D.stride = size, size if stride is None else stride

    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.length = len(x)
        self.winners = windows.argmax(1) + self.stride * np.arange(len(windows))
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
