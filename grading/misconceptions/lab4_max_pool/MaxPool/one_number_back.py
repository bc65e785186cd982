"""Idea: One number went out, one number comes back: dz times 1.
Hint: A gradient has the shape of what it belongs to. Which shape has h?
Family: form
Fails: test_MaxPool_backward, test_MaxPool_upstream, test_MaxPool_ties, test_MaxPool_kinds,
    test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        return np.max(h)

    def backward(self, dz):
        return 1.0 * float(dz)
