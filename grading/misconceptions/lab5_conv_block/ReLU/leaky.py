"""Idea: A small slope below zero keeps units from dying.
Hint: That is another layer, the leaky ReLU. What does the formula here say for a < 0?
Family: special values
Fails: test_ReLU, test_ReLU_shapes, test_ReLU_backward, test_ReLU_upstream, test_ReLU_at_zero,
    test_ReLU_backward_shapes, test_ReLU_kinds, test_ReLU_layer, test_ConvBlock_dead,
    test_ConvBlock_dead_x, test_ConvBlock_dead_w
"""


class ReLU(Layer):
    def forward(self, a):
        self.slope = np.where(np.array(a) > 0, 1.0, 0.01)
        return np.where(a > 0, a, 0.01 * a)

    def backward(self, dh):
        return self.slope * dh
