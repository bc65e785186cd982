"""Idea: argmax says where the winner is.
Hint: argmax counts from the start of the window. Where does the window start?
Family: counting
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
        self.winners = windows.argmax(1)
        return windows.max(1)

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
