"""Idea: Floats are never exactly zero, so I compare with a small tolerance.
Hint: What is the slope of ReLU at a = 1e-12? The gradient is asked for there, not near by.
Family: special values
Fails: test_ReLU_at_zero, test_ConvBlock_dead_x, test_ConvBlock_dead_w
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 1e-8
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(self.on, dh, 0).astype(np.float64)
