# The stride that is given is forgotten in forward, which always moves by a whole window.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        count = len(x) // self.size
        table = x[: count * self.size].reshape(count, self.size)
        self.length = len(x)
        self.arg = table.argmax(axis=1)
        return table.max(axis=1)

    def backward(self, dz):
        dtable = np.zeros((len(self.arg), self.size))
        dtable[np.arange(len(self.arg)), self.arg] = dz
        dx = np.zeros(self.length)
        dx[: dtable.size] = dtable.ravel()
        return dx
