"""Idea: The result can stand in a itself.
Hint: Whose array is a? Who else sees what you write into it?
Family: memory
Fails: test_ReLU_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        h = a
        h[...] = np.where(self.on, a, 0)
        return h

    def backward(self, dh):
        return np.where(self.on, dh, 0).astype(np.float64)
