# backward uses the place in the window as a place in the vector
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.T = len(x)
        starts = range(0, len(x) - self.size + 1, self.stride)
        self.winners = []
        out = []
        for s in starts:
            piece = x[s : s + self.size]
            k = int(np.argmax(piece))
            self.winners.append(k)
            out.append(piece[k])
        return np.array(out)

    def backward(self, dz):
        dx = np.zeros(self.T)
        for k, g in zip(self.winners, dz):
            dx[k] += g
        return dx
