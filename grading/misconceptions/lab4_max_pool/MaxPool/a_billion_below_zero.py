"""Idea: No number is below -1e9.
Hint: What does yours give for numbers that are all below that? The largest of some entries is one
    of them.
Family: special values
Fails: test_MaxPool_negative
"""


class MaxPool(Layer):
    def forward(self, h):
        best, self.length, self.winner = -1e9, len(h), 0
        for i, value in enumerate(h):
            if value > best:
                best, self.winner = value, i
        return float(best)

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = dz
        return dh
