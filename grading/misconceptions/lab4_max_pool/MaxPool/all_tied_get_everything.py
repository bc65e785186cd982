"""Idea: Whoever equals the maximum is the winner, and the winner gets dz.
Hint: Try it on [1, 3, 3] with dz = 2. How much do the entries get together, and how much was there
    to give?
Family: special values
Fails: test_MaxPool_ties
"""


class MaxPool(Layer):
    def forward(self, h):
        self.h, self.z = h, np.max(h)
        return self.z

    def backward(self, dz):
        dh = np.zeros(len(self.h))
        dh[self.h == self.z] = dz
        return dh
