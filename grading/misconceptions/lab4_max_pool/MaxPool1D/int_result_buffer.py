"""Idea: The largest entries are whole numbers.
Hint: What happens to 4.4 in an array of dtype int?
Family: number types
Fails: test_MaxPool1D_stride, test_MaxPool1D_leftover, test_MaxPool1D_together,
    test_MaxPool1D_kinds, test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        self.x = x
        count = (len(x) - self.size) // self.stride + 1
        z = np.zeros(count, dtype=int)
        for t in range(count):
            z[t] = x[t * self.stride : t * self.stride + self.size].max()
        return z

    def backward(self, dout):
        dx = np.zeros(len(self.x))
        for t, d in enumerate(dout):
            start = t * self.stride
            dx[start + np.argmax(self.x[start : start + self.size])] += d
        return dx
