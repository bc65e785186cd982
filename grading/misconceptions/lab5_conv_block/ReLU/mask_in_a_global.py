"""Idea: A global variable remembers the mask between forward and backward.
Hint: Two layers, one global variable: whose mask is it?
Family: state
Fails: test_ReLU_layer, test_ConvBlock_layer
"""

relu_memory = {}


class ReLU(Layer):
    def forward(self, a):
        relu_memory["on"] = np.array(a) > 0
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(relu_memory["on"], dh, 0).astype(np.float64)
