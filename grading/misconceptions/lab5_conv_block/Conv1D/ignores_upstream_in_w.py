"""Idea: The gradient of w is the sum of all x_i, since w meets all of them.
Hint: Some places matter more to the loss than others. Where do you hear of that?
Family: upstream
Fails: test_Conv1D_upstream_w, test_Conv1D_kinds, test_Conv1D_layer, test_ConvBlock_backward_w,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_w, test_ConvBlock_ties, test_ConvBlock_kinds,
    test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=np.float64), w
        return x * w

    def backward(self, da):
        return np.asarray(da, dtype=np.float64) * self.w, np.sum(self.x)
