"""Idea: ReLU backwards is ReLU of the gradient: what is negative is cut off.
Hint: Who decides what passes: the sign of dh, or that of a?
Family: special values
Fails: test_ReLU
"""


class ReLU(Layer):
    def forward(self, a):
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.maximum(dh, 0).astype(np.float64)
