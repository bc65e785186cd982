# the list of winners is made in __init__ and every forward appends to it, so after a second forward backward pairs dz with the winners of the first
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.winners = []

    def forward(self, x):
        self.n = x.size
        out = []
        t = 0
        while t + self.size <= self.n:
            i = t + np.argmax(x[t:t + self.size])
            self.winners.append(i)
            out.append(x[i])
            t += self.stride
        return np.array(out)

    def backward(self, dz):
        dx = np.zeros(max(self.n, 1 + max(self.winners)))
        for i, g in zip(self.winners, dz):
            dx[i] += g
        return dx[:self.n]
