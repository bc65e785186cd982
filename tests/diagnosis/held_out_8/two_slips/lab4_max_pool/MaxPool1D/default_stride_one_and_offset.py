# The stride is 1 by default, and the winner's place forgets where its window starts.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        if stride is None:
            stride = 1
        self.stride = stride

    def forward(self, x):
        self.x = x.copy()
        self.n = (len(x) - self.size) // self.stride + 1
        y = np.zeros(self.n, dtype=x.dtype)
        for i in range(self.n):
            y[i] = np.max(x[i * self.stride:i * self.stride + self.size])
        return y

    def backward(self, dz):
        dx = np.zeros(self.x.shape)
        for i in range(self.n):
            lo = i * self.stride
            k = np.argmax(self.x[lo:lo + self.size])
            dx[k] += dz[i]
        return dx
