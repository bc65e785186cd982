# In the backward pass the window begins at i * size, not i * stride.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x = np.array(x)
        n = (len(x) - self.size) // self.stride + 1
        return np.array([max(x[i * self.stride:i * self.stride + self.size]) for i in range(n)])

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        for i, g in enumerate(dz):
            a = i * self.size
            a = min(a, len(self.x) - self.size)
            w = self.x[a:a + self.size]
            dx[a + np.argmax(w)] += g
        return dx
