"""Idea: The maximum is at least 0.
Hint: What is the largest of [-3, -0.5, -2]? No ReLU comes before this layer.
Family: special values
Fails: test_MaxPool_negative
"""


class MaxPool(Layer):
    def forward(self, h):
        self.winner, self.length = np.argmax(h), len(h)
        return np.maximum(h[self.winner], 0)

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = dz
        return dh
