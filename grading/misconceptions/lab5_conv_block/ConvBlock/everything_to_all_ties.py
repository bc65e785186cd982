"""Idea: Every entry that is the maximum gets the gradient.
Hint: Two entries win together and both move: by how much does z move then? They share.
Family: special values
Fails: test_ConvBlock_ties
"""


class ConvBlock:
    def forward(self, x, w):
        self.x, self.w = x, w
        h = np.maximum(x * w, 0)
        self.winners = (h == h.max()) & (h > 0)
        return h.max()

    def backward(self, dz):
        da = np.where(self.winners, np.float64(dz), 0.0)
        return self.w * da, np.sum(self.x * da)
