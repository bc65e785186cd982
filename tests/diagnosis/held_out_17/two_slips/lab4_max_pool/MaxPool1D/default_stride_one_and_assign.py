# the stride is 1 if not given; and overlapping winners are assigned instead of added
class MaxPool1D(Layer):
    def __init__(self, size, stride=1):
        self.size, self.stride = size, stride

    def forward(self, x):
        self.n = len(x)
        self.best, z = [], []
        for a in range(0, len(x) - self.size + 1, self.stride):
            i = a + int(np.argmax(x[a:a + self.size]))
            self.best.append(i)
            z.append(x[i])
        return np.array(z)

    def backward(self, dz):
        d = np.zeros(self.n)
        for i, g in zip(self.best, dz):
            d[i] = g
        return d
