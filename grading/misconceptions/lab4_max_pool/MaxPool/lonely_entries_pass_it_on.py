"""Idea: With a single entry the gradient is dz itself.
Hint: dh has the shape of h, also where h has one entry.
Family: form
Fails: test_MaxPool_backward, test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        if h.ndim != 1 or len(h) == 0:
            raise ValueError(f"h must be a vector with at least one entry, got shape {h.shape}")
        self.length = len(h)
        self.winner = np.argmax(h)
        return h[self.winner]

    def backward(self, dz):
        if self.length == 1:
            return dz
        dh = np.zeros(self.length)
        dh[self.winner] = dz
        return dh
