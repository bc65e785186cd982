"""Idea: On the way back everything passes.
Hint: Raise an entry that is below zero a little: does the output change? What must its gradient
    be?
Family: special values
Fails: test_ReLU
"""


class ReLU(Layer):
    def forward(self, a):
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.array(dh, dtype=np.float64)
