"""Idea: Only what was positive forwards and is positive backwards may pass.
Hint: Can an upstream gradient not be negative where the unit is switched on?
Family: special values
Fails: test_ReLU_upstream, test_ReLU_kinds, test_ReLU_layer, test_ConvBlock_upstream_x,
    test_ConvBlock_upstream_w
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(self.on & (np.array(dh) > 0), dh, 0).astype(np.float64)
