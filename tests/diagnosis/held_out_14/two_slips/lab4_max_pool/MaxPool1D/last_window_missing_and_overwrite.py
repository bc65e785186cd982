# the last window that fits is left out (range ends one too early); gradients overwrite each other where windows overlap
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x = x
        return np.array([x[t:t + self.size].max() for t in range(0, len(x) - self.size, self.stride)])

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        for n in range(len(dz)):
            if n * self.stride >= len(self.x):
                break
            t = n * self.stride
            dx[t + np.argmax(self.x[t:t + self.size])] = dz[n]
        return dx
