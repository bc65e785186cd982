# Also pools the last window that does not fill up, so there is one output too many where the windows do not come out even.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.T = len(x)
        last = max(self.T - self.size, 0) + self.stride
        starts = [s for s in range(0, last, self.stride) if s < self.T]
        self.idx = [s + int(np.argmax(x[s:s + self.size])) for s in starts]
        return x[self.idx]

    def backward(self, dz):
        dx = np.zeros(self.T)
        np.add.at(dx, self.idx, dz)
        return dx
