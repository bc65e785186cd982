"""Idea: Each place sets dw to its x_i * da_i.
Hint: Which of the places does dw know of in the end?
Family: sums
Fails: test_Conv1D_backward_w, test_Conv1D_upstream_w, test_Conv1D_kinds, test_Conv1D_layer,
    test_ConvBlock_backward_w, test_ConvBlock_dead_w, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        dx = np.zeros(len(self.x))
        for i in range(len(self.x)):
            dx[i] = self.w * da[i]
            dw = np.float64(self.x[i]) * da[i]
        return dx, dw
