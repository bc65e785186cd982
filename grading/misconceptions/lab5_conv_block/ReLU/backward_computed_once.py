"""Idea: The gradient has been computed already: I hand it out again.
Hint: Two calls, two arrays: whoever adds to the first result must not change the second.
Family: state
Fails: test_ReLU_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.positive = a > 0
        self.dh = None
        return np.maximum(a, 0)

    def backward(self, dh):
        if self.dh is None:
            self.dh = np.where(self.positive, dh, 0).astype(np.float64)
        return self.dh
