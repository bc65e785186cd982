"""Idea: The gradient has the dtype of dh, whatever that is.
Hint: Which dtype comes out if dh holds integers, or float32? Gradients are float64.
Family: number types
Fails: test_ReLU_kinds
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        return dh * self.on
