"""Idea: ReLU backwards is ReLU of the gradient: what is negative is cut off.
Hint: Who decides what passes: the sign of dh, or that of a?
Family: special values
Fails: test_ReLU_backward, test_ReLU_upstream, test_ReLU_at_zero, test_ReLU_backward_shapes,
    test_ReLU_kinds, test_ReLU_layer, test_ConvBlock_dead_x, test_ConvBlock_dead_w,
    test_ConvBlock_upstream_x, test_ConvBlock_upstream_w
"""


class ReLU(Layer):
    def forward(self, a):
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.maximum(dh, 0).astype(np.float64)
