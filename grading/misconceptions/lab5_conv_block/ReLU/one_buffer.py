"""Idea: One array for the gradient is enough; I fill it anew each time.
Hint: The caller still holds your first result when you write the second one into it.
Family: memory
Fails: test_ReLU_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        self.da = np.zeros(np.shape(a))
        return np.maximum(a, 0)

    def backward(self, dh):
        self.da[...] = np.where(self.on, dh, 0)
        return self.da
