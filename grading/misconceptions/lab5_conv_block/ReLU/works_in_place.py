"""Idea: h is a with the negative entries set to zero.
Hint: h = a makes a second name for the caller's array. Who else sees the assignment?
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
