"""Idea: The slope is 1 where the largest entry stands.
Hint: And how much does the loss change with z? That is dz.
Family: upstream
Fails: test_MaxPool, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w, test_ConvBlock_kinds,
    test_ConvBlock_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.n, self.winner = len(h), np.argmax(h)
        return np.max(h)

    def backward(self, dz):
        dh = np.zeros(self.n)
        dh[self.winner] = 1
        return dh
