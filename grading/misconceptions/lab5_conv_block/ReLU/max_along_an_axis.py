"""Idea: np.max(a, 0) compares each entry with 0.
Hint: Its second argument is an axis. np.maximum compares entry by entry.
Family: form
Fails: test_ReLU_shapes, test_ReLU_kinds, test_ReLU_layer,
    test_ConvBlock, test_ConvBlock_dead, test_ConvBlock_start,
    test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = a > 0
        return np.max(a, 0)

    def backward(self, dout):
        return self.on * np.asarray(dout, dtype=np.float64)
