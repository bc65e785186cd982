"""Idea: What is not positive is left out.
Hint: It becomes zero and stays in its place. How many entries should the result have?
Family: form
Fails: test_ReLU, test_ReLU_shapes, test_ReLU_backward,
    test_ReLU_upstream, test_ReLU_at_zero, test_ReLU_backward_shapes,
    test_ReLU_kinds, test_ReLU_layer, test_ConvBlock_dead,
    test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = a > 0
        return a[self.on]

    def backward(self, dout):
        return np.asarray(dout, dtype=np.float64)[self.on]
