"""Idea: The largest entry goes back to where it came from.
Hint: What goes back is the upstream gradient, not the value.
Family: rule
Fails: test_MaxPool, test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.h = np.array(h, dtype=np.float64)
        return np.max(h)

    def backward(self, dz):
        dh = np.zeros(self.h.shape)
        dh[np.argmax(self.h)] = self.h.max()
        return dh
