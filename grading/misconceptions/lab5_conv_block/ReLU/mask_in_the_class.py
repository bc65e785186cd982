"""Idea: One place to remember the mask is enough.
Hint: In the class, in a global variable or in a default argument there is one mask for all layers:
    whose is it after a second one has gone forward?
Family: state
Fails: test_ReLU_layer, test_ConvBlock_layer
"""


class ReLU(Layer):
    def forward(self, a):
        ReLU.on = np.array(a) > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(ReLU.on, dh, 0).astype(np.float64)
