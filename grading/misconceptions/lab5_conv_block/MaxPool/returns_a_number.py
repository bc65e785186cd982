"""Idea: One number went out, one gradient comes back.
Hint: The gradient of h has the shape of h. Which of its entries are zero?
Family: form
Fails: test_MaxPool, test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        return np.max(h)

    def backward(self, dz):
        return 1.0 * dz
