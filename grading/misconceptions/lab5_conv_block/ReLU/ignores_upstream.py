"""Idea: The slope of ReLU is 1 or 0, so this is the gradient.
Hint: The slope is one factor. The chain rule has another one.
Family: upstream
Fails: test_ReLU_upstream, test_ReLU_kinds, test_ReLU_layer, test_ConvBlock_backward_x,
    test_ConvBlock_backward_w, test_ConvBlock_dead_x, test_ConvBlock_dead_w,
    test_ConvBlock_upstream_x, test_ConvBlock_upstream_w, test_ConvBlock_ties,
    test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.slope = np.where(a > 0, 1.0, 0.0)
        return np.maximum(a, 0)

    def backward(self, dh):
        return self.slope.copy()
