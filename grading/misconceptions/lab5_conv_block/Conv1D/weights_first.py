"""Idea: The gradient that training needs comes first.
Hint: In which order does forward take its inputs?
Family: form
Fails: test_Conv1D_backward_x, test_Conv1D_backward_w, test_Conv1D_upstream_x,
    test_Conv1D_upstream_w, test_Conv1D_kinds, test_Conv1D_layer, test_ConvBlock_backward_x,
    test_ConvBlock_backward_w, test_ConvBlock_dead_x, test_ConvBlock_dead_w,
    test_ConvBlock_upstream_x, test_ConvBlock_upstream_w, test_ConvBlock_ties,
    test_ConvBlock_kinds, test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return np.sum(da * self.x), da * self.w
