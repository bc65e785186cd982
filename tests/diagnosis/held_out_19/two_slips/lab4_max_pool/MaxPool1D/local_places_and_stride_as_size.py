# the winner's place is not moved by the start of its window; and the stride is ignored, windows move by size
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x = np.array(x)
        out = []
        for start in range(0, len(x) - self.size + 1, self.size):
            out.append(np.max(x[start:start + self.size]))
        return np.array(out)

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        for t in range(len(dz)):
            start = t * self.size
            place = np.argmax(self.x[start:start + self.size])
            dx[place] += dz[t]
        return dx
