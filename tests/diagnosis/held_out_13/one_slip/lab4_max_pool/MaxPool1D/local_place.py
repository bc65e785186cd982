# The place of the winner is that within its window, the start of the window is never added.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        self.T = len(x)
        self.winners = []
        z = []
        for start in range(0, len(x) - self.size + 1, self.stride):
            window = x[start : start + self.size]
            k = int(np.argmax(window))
            self.winners.append(k)
            z.append(window[k])
        return np.array(z)

    def backward(self, dz):
        dx = np.zeros(self.T)
        for place, g in zip(self.winners, dz):
            dx[place] += g
        return dx
