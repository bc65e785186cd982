"""Idea: The slope of w * x in x is w, and in w it is x.
Hint: These are the slopes of a. Which factor leads from a to the loss?
Family: upstream
Fails: test_Conv1D_upstream_x, test_Conv1D_upstream_w, test_Conv1D_kinds, test_Conv1D_layer,
    test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=np.float64), w
        return x * w

    def backward(self, da):
        return np.full(self.x.shape, float(self.w)), np.sum(self.x)
