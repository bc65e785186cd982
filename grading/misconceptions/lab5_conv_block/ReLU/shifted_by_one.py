"""Idea: A unit switches on at 1.
Hint: At which value of a does the curve in the picture bend?
Family: special values
Fails: test_ReLU, test_ReLU_shapes, test_ReLU_backward, test_ReLU_upstream, test_ReLU_at_zero,
    test_ReLU_backward_shapes, test_ReLU_layer, test_ConvBlock, test_ConvBlock_backward_x,
    test_ConvBlock_backward_w, test_ConvBlock_dead_x, test_ConvBlock_dead_w, test_ConvBlock_ties
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 1
        return np.where(a > 1, a, 0 * a)

    def backward(self, dh):
        return np.where(self.on, dh, 0).astype(np.float64)
