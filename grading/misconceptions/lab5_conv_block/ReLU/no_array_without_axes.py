"""Idea: An array has at least one axis, so I can assign to the places that the mask picks.
Hint: np.maximum of an array of shape () is a NumPy number, and a number takes no assignment.
Family: axes
Fails: test_ReLU_shapes, test_ReLU_backward_shapes
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = a > 0
        h = a + 0
        h[a < 0] = 0
        return h

    def backward(self, dh):
        da = dh * 1.0
        da[~self.on] = 0
        return da.astype(np.float64)
