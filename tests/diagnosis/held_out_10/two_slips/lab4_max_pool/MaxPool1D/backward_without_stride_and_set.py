# In backward the windows begin at every place; and shares overwrite each other.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x = x
        n = (len(x) - self.size) // self.stride + 1
        return np.array([x[t * self.stride:t * self.stride + self.size].max() for t in range(n)])

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        for t in range(len(dz)):
            k = t + np.argmax(self.x[t:t + self.size])
            dx[k] = dz[t]
        return dx
