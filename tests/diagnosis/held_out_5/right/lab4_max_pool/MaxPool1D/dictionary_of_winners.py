# right
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride if stride else size

    def forward(self, h):
        self.length = len(h)
        self.winners = {}
        for number, start in enumerate(range(0, len(h) - self.size + 1, self.stride)):
            self.winners[number] = max(range(start, start + self.size), key=lambda i: h[i])
        return np.array([h[i] for i in self.winners.values()])

    def backward(self, dz):
        dh = np.zeros(self.length)
        for number, i in self.winners.items():
            dh[i] = dh[i] + dz[number]
        return dh
