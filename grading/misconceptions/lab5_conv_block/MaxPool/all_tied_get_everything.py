"""Idea: Every entry that is the maximum gets the gradient.
Hint: Two entries win together and both move: by how much does z move then? They share.
Family: special values
Fails: test_MaxPool, test_ConvBlock_ties
"""


class MaxPool:
    def forward(self, h):
        self.winners = h == h.max()
        return h.max()

    def backward(self, dz):
        return np.where(self.winners, np.float64(dz), 0.0)
