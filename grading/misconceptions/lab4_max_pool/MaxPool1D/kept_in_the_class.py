"""Idea: cache = {} above the methods makes a place where the layer keeps things.
Hint: How often is that line executed: once for each layer, or once for all of them?
Family: state
Fails: test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    cache = {}

    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.cache["winners"] = windows.argmax(1) + self.stride * np.arange(len(windows))
        self.cache["length"] = len(x)
        return x[self.cache["winners"]]

    def backward(self, dout):
        dx = np.zeros(self.cache["length"])
        np.add.at(dx, self.cache["winners"], dout)
        return dx
