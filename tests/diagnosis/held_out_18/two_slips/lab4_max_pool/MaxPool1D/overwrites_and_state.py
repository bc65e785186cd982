# an entry that wins several windows keeps only the last gradient; and the winners of all forwards are appended to one list, so after a second forward the first one's places are used
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.winners = []
    def forward(self, x):
        self.n = len(x)
        z = []
        for a in range(0, len(x) - self.size + 1, self.stride):
            i = a + int(np.argmax(x[a:a + self.size]))
            self.winners.append(i)
            z.append(x[i])
        return np.array(z)
    def backward(self, dz):
        dx = np.zeros(self.n)
        for t in range(len(dz)):
            dx[self.winners[t]] = dz[t]
        return dx
