# wrong: the stride is 1 if not given; every entry of a window gets the gradient
class MaxPool1D(Layer):
    def __init__(self, size, stride=1):
        self.size, self.stride = size, stride or 1

    def forward(self, x):
        self.n = len(x)
        starts = range(0, len(x) - self.size + 1, self.stride)
        return np.array([np.max(x[s:s + self.size]) for s in starts])

    def backward(self, dout):
        g = np.zeros(self.n)
        for i, d in enumerate(dout):
            g[i * self.stride:i * self.stride + self.size] += d
        return g
