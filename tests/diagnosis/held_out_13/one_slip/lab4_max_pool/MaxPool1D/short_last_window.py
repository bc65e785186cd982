# The leftovers at the end are pooled too, as a shorter window.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        self.n = x.shape[0]
        starts = list(range(0, self.n - self.size + 1, self.stride))
        if starts[-1] + self.size < self.n and starts[-1] + self.stride < self.n:
            starts.append(starts[-1] + self.stride)
        self.idx = [s + int(np.argmax(x[s : s + self.size])) for s in starts]
        return np.array([x[i] for i in self.idx])

    def backward(self, dz):
        dx = np.zeros(self.n)
        for i, g in zip(self.idx, dz):
            dx[i] += g
        return dx
