"""Idea: The mask is True and False; times dh it gives the gradient.
Hint: Which dtype has the product if dh holds integers, or float32?
Family: number types
Fails: test_ReLU_kinds
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        return dh * self.on
