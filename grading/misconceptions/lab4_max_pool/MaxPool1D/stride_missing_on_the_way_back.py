"""Idea: Window t starts at t.
Hint: It does for stride 1. Where does the second window start for stride 3?
Family: stride
Fails: test_MaxPool1D_backward, test_MaxPool1D_upstream, test_MaxPool1D_overlap,
    test_MaxPool1D_gaps, test_MaxPool1D_ties, test_MaxPool1D_together, test_MaxPool1D_kinds,
    test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.length = len(x)
        self.winners = windows.argmax(1) + np.arange(len(windows))
        return windows.max(1)

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
