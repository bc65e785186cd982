# The winner's value is looked up in the whole vector, not in its window, and dx has the dtype of x.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        self.x = x.copy()
        out = []
        i = 0
        while i + self.size <= len(x):
            out.append(max(x[i : i + self.size]))
            i += self.stride
        return np.array(out)

    def backward(self, dz):
        dx = np.zeros_like(self.x)
        for t in range(len(dz)):
            i = t * self.stride
            j = list(self.x).index(max(self.x[i : i + self.size]))
            dx[j] += dx.dtype.type(dz[t])
        return dx
