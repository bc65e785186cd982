"""Idea: No number is below -1e9.
Hint: What does yours give for numbers that are all below that? The largest of some entries is one
    of them.
Family: special values
Fails: test_MaxPool1D_stride
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        self.length, self.winners, z = len(x), [], []
        for start in range(0, len(x) - self.size + 1, self.stride):
            best, winner = -1e9, start
            for i in range(start, start + self.size):
                if x[i] > best:
                    best, winner = x[i], i
            z.append(best)
            self.winners.append(winner)
        return np.array(z)

    def backward(self, dout):
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
