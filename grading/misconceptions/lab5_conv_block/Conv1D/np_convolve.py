"""Idea: NumPy has a function for convolutions.
Hint: Which functions does the lab put out of bounds?
Family: shortcut
Fails: test_Conv1D, test_ConvBlock
Sandbox: test_Conv1D_backward_x, test_Conv1D_backward_w, test_Conv1D_upstream_x,
    test_Conv1D_upstream_w, test_Conv1D_kinds, test_Conv1D_layer, test_ConvBlock_dead,
    test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer,
    test_Conv1D_start, test_ConvBlock_start
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.convolve(x, np.array([w]))

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return da * self.w, np.sum(da * self.x)
