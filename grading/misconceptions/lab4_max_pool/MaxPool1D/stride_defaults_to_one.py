"""Idea: A window slides, so it moves on by 1 unless somebody says otherwise.
Hint: Read what the stride is when it is not given.
Family: options
Fails: test_MaxPool1D_stride
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, 1 if stride is None else stride

    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.length = len(x)
        self.winners = windows.argmax(1) + self.stride * np.arange(len(windows))
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
