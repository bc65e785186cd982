"""Idea: The mask is made once and then kept.
Hint: Which forward does backward answer for, the first one or the last?
Family: state
Fails: test_ReLU_layer, test_ConvBlock_layer
"""


class ReLU(Layer):
    on = None

    def forward(self, a):
        if self.on is None or self.on.shape != np.shape(a):
            self.on = np.array(a) > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(self.on, dh, 0).astype(np.float64)
