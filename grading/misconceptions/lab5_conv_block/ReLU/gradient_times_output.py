"""Idea: The gradient is multiplied by what came out.
Hint: How much does h rise when a positive a rises by 1? Does it matter how large a is?
Family: rule
Fails: test_ReLU_backward, test_ReLU_upstream, test_ReLU_at_zero, test_ReLU_backward_shapes,
    test_ReLU_kinds, test_ReLU_layer, test_ConvBlock_backward_x, test_ConvBlock_backward_w,
    test_ConvBlock_dead_x, test_ConvBlock_dead_w, test_ConvBlock_upstream_x,
    test_ConvBlock_upstream_w, test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.h = np.maximum(a, 0).astype(np.float64)
        return np.maximum(a, 0)

    def backward(self, dh):
        return dh * self.h
