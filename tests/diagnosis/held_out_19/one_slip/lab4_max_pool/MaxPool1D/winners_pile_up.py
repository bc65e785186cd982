# the list of winners is made in the constructor and only ever appended to, so an earlier forward still counts
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.winners = []

    def forward(self, x):
        self.n = x.shape[0]
        z = []
        for start in range(0, self.n - self.size + 1, self.stride):
            window = x[start:start + self.size]
            k = np.argmax(window)
            self.winners.append(start + k)
            z.append(window[k])
        return np.array(z)

    def backward(self, dz):
        dx = np.zeros(self.n)
        for place, g in zip(self.winners, dz):
            dx[place] += g
        return dx
