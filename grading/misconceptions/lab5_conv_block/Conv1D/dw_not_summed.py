"""Idea: Each place has its own product x_i * da_i, and these are the gradient of w.
Hint: How many numbers is w? It is used at every place: what does the chain rule do with several
    uses?
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
        da = np.asarray(da, dtype=np.float64)
        return da * self.w, da * self.x
