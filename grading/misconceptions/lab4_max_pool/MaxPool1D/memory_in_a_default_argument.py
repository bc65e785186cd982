"""Idea: One place is enough to remember what forward has found.
Hint: A network has several such layers. Whose winners stand there when backward is called? The
    class, a global and a default argument are there once, for all of them.
Family: state
Fails: test_MaxPool1D_layer
"""

_memory = {}


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x, memory=_memory):
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        starts = self.stride * np.arange(len(windows))
        memory["length"] = len(x)
        memory["winners"] = starts + windows.argmax(axis=1)
        return x[memory["winners"]]

    def backward(self, dout, memory=_memory):
        dx = np.zeros(memory["length"])
        np.add.at(dx, memory["winners"], dout)
        return dx
