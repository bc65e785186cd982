# wrong: backward places windows every `size`, not every `stride`
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride or size

    def forward(self, x):
        self.x = x
        n = (len(x) - self.size) // self.stride + 1
        return np.array([x[i * self.stride:i * self.stride + self.size].max() for i in range(n)])

    def backward(self, dout):
        g = np.zeros(len(self.x))
        for i, d in enumerate(dout):
            start = i * self.size
            window = self.x[start:start + self.size]
            if len(window):
                g[start + window.argmax()] += d
        return g
