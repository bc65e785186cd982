# right
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        starts = np.arange(0, len(x) - self.size + 1, self.stride)
        places = starts[:, None] + np.arange(self.size)
        self.T = len(x)
        self.winners = starts + np.argmax(x[places], axis=1)
        return x[self.winners]

    def backward(self, dz):
        return np.bincount(self.winners, weights=dz, minlength=self.T)
