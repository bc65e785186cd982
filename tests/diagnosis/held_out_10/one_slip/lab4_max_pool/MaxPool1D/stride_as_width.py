# Each window is as long as the stride, not as long as size.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.T = len(x)
        self.where = []
        for t in range((len(x) - self.size) // self.stride + 1):
            start = t * self.stride
            self.where.append(start + int(np.argmax(x[start:start + self.stride])))
        return x[self.where]

    def backward(self, dz):
        dx = np.zeros(self.T)
        for i, g in zip(self.where, dz):
            dx[i] += g
        return dx
