"""Idea: dx[winners] += dout adds what each window sends to its winner.
Hint: Print a = np.zeros(2); a[[0, 0]] += 1. How often was 1 added?
Family: sums
Fails: test_MaxPool1D_overlap, test_MaxPool1D_together
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.length = len(x)
        self.winners = windows.argmax(1) + self.stride * np.arange(len(windows))
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        dx[self.winners] += dout
        return dx
