# remembers the argmax inside the window and forgets to add the window's start, so all gradients land in the first `size` places
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def forward(self, x):
        self.T = len(x)
        starts = range(0, len(x) - self.size + 1, self.stride)
        windows = [x[a:a + self.size] for a in starts]
        self.idx = [int(np.argmax(v)) for v in windows]
        return np.array([v.max() for v in windows])

    def backward(self, dz):
        dx = np.zeros(self.T)
        for i, g in zip(self.idx, dz):
            dx[i] += g
        return dx
