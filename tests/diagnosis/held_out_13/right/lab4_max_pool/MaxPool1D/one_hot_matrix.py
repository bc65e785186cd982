# right: a selection matrix (T_out, T) with one 1 per row; forward and backward are products with it.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        starts = np.arange(0, x.size - self.size + 1, self.stride)
        places = [s + np.argmax(x[s : s + self.size]) for s in starts]
        self.S = np.eye(x.size)[places]
        return x[places]

    def backward(self, dz):
        return np.asarray(dz, dtype=np.float64) @ self.S
