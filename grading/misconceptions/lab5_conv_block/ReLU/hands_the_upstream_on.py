"""Idea: Where nothing is cut off, the gradient is the upstream gradient itself.
Hint: Its values, yes. But if the caller adds to your result, what happens to dh?
Family: memory
Fails: test_ReLU_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        if self.on.all():
            return np.asarray(dh, dtype=np.float64)
        return np.where(self.on, dh, 0).astype(np.float64)
