"""Idea: The mask belongs to ReLU, so I keep it in ReLU.
Hint: A network has many ReLUs. Whose mask is it after the second one has gone forward?
Family: state
Fails: test_ReLU_layer, test_ConvBlock_layer
"""


class ReLU(Layer):
    def forward(self, a):
        ReLU.on = np.array(a) > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(ReLU.on, dh, 0).astype(np.float64)
