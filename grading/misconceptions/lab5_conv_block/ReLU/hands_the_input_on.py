"""Idea: If no entry is negative there is nothing to do, and a is the answer.
Hint: Its values, yes. But if the caller adds to your result, what happens to a?
Family: memory
Fails: test_ReLU_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        return a if self.on.all() else np.where(self.on, a, 0 * a)

    def backward(self, dh):
        return np.where(self.on, dh, 0).astype(np.float64)
