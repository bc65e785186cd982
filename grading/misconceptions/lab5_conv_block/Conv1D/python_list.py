"""Idea: A list of numbers is as good as an array.
Hint: A list is no array: what would 2 * dx be?
Family: form
Fails: test_Conv1D_backward_x, test_Conv1D_upstream_x, test_Conv1D_kinds, test_Conv1D_layer,
    test_ConvBlock_backward_x, test_ConvBlock_dead_x, test_ConvBlock_upstream_x,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return [value * self.w for value in da], np.sum(da * self.x)
