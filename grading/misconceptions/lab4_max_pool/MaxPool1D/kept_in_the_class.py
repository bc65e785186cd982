"""Idea: One place is enough to remember what forward has found.
Hint: A network has several such layers. Whose winners stand there when backward is called? The
    class, a global and a default argument are there once, for all of them.
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
