"""Idea: Negative numbers are made positive.
Hint: They are replaced by zero: compute the example of the picture by hand.
Family: special values
Fails: test_ReLU_shapes, test_ReLU_kinds, test_ReLU_layer, test_ConvBlock, test_ConvBlock_dead,
    test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_start
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        return np.abs(a)

    def backward(self, dh):
        return np.where(self.on, dh, 0).astype(np.float64)
