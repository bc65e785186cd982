# ties get the full gradient each; overlapping windows overwrite each other
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x = x
        self.starts = list(range(0, len(x) - self.size + 1, self.stride))
        return np.array([x[s : s + self.size].max() for s in self.starts])

    def backward(self, dz):
        dx = np.zeros(self.x.shape)
        for t, s in enumerate(self.starts):
            win = self.x[s : s + self.size]
            mask = win == win.max()
            dx[s : s + self.size] = mask * dz[t]
        return dx
