"""Idea: The array dout is mine to write into.
Hint: Whose array is dout? And can an array of integers be divided in place, by `/=`?
Family: memory
Fails: test_MaxPool1D_kinds, test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        self.length = len(x)
        self.starts = range(0, len(x) - self.size + 1, self.stride)
        windows = np.array([x[s : s + self.size] for s in self.starts])
        self.masks = windows == windows.max(axis=1, keepdims=True)
        return windows.max(axis=1)

    def backward(self, dout):
        dx = np.zeros(self.length)
        dout /= self.masks.sum(axis=1)
        for s, mask, d in zip(self.starts, self.masks, dout):
            dx[s : s + self.size] += mask * d
        dout *= 2
        return dx
