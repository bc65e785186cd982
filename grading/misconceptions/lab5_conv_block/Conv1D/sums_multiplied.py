"""Idea: The gradient of w is the sum of x times the sum of da.
Hint: Does x_1 ever meet da_2? Add up by hand for two places.
Family: rule
Fails: test_Conv1D_backward_w, test_Conv1D_upstream_w, test_Conv1D_kinds, test_Conv1D_layer,
    test_ConvBlock_backward_w, test_ConvBlock_dead_w, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=np.float64), w
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return da * self.w, self.x.sum() * da.sum()
