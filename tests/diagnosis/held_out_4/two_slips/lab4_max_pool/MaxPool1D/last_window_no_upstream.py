# wrong: the last window is left out; the gradient is 1, dz is not used
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride if stride else size

    def forward(self, h):
        self.h = h
        n = (len(h) - self.size) // self.stride
        return np.array([max(h[t * self.stride : t * self.stride + self.size]) for t in range(n)])

    def backward(self, dz):
        g = np.zeros(len(self.h))
        for t in range(len(dz)):
            a = t * self.stride
            g[a + np.argmax(self.h[a : a + self.size])] += 1
        return g
