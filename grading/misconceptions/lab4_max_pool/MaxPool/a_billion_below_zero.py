"""Idea: The largest so far is -1e9 in the beginning.
Hint: Is every number that may come larger than that?
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
