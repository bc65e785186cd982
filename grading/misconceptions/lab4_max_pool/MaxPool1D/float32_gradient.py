"""Idea: Seven digits are plenty for gradients.
Hint: Gradients are float64, whatever comes in.
Family: number types
Fails: test_MaxPool1D_backward, test_MaxPool1D_upstream, test_MaxPool1D_overlap,
    test_MaxPool1D_gaps, test_MaxPool1D_ties, test_MaxPool1D_together, test_MaxPool1D_kinds,
    test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        starts = self.stride * np.arange(len(windows))
        self.length = len(x)
        self.winners = starts + windows.argmax(axis=1)
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length, dtype=np.float32)
        np.add.at(dx, self.winners, dout)
        return dx
