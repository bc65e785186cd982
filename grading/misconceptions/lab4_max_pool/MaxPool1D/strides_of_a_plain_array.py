"""Idea: The windows of a vector lie itemsize bytes apart.
Hint: So they do in an array of its own. How far apart are the entries of x[::2], or x[::-1]?
Family: memory
Fails: test_MaxPool1D_kinds
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        count = (len(x) - self.size) // self.stride + 1
        step = x.itemsize
        windows = np.lib.stride_tricks.as_strided(x, (count, self.size), (self.stride * step, step))
        self.length = len(x)
        self.winners = windows.argmax(1) + self.stride * np.arange(count)
        return windows.max(1)

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
