# wrong: a given stride is ignored: windows go on by their size
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size

    def forward(self, h):
        self.T = len(h)
        self.starts = range(0, self.T - self.size + 1, self.stride)
        self.where = [s + int(np.argmax(h[s : s + self.size])) for s in self.starts]
        return np.array([h[i] for i in self.where])

    def backward(self, dz):
        dh = np.zeros(self.T)
        for i, d in zip(self.where, dz):
            dh[i] += d
        return dh
