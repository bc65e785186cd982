"""Idea: The largest so far is -1e9 in the beginning.
Hint: Is every number that may come larger than that?
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
