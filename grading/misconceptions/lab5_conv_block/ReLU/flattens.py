"""Idea: Flat or not, the numbers are the same.
Hint: Which shape does the next layer expect?
Family: form
Fails: test_ReLU_shapes, test_ReLU_backward_shapes, test_ReLU_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array([value > 0 for value in a.ravel()])
        return np.array([max(value, 0 * value) for value in a.ravel()])

    def backward(self, dh):
        return np.where(self.on, dh.ravel(), 0).astype(np.float64)
