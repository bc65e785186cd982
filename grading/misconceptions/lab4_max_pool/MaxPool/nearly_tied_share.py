"""Idea: What is almost equal is tied.
Hint: The maximum is one of the entries, to the last bit. Does an entry that is smaller, however
    little, change the maximum when it is nudged?
Family: special values
Fails: test_MaxPool_ties
"""


class MaxPool(Layer):
    def forward(self, h):
        z = np.max(h)
        mask = np.isclose(h, z)
        self.shares = mask / mask.sum()
        return z

    def backward(self, dz):
        return self.shares * float(dz)
