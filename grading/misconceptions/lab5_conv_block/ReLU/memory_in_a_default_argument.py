"""Idea: A dict as default argument is a fine place to remember things.
Hint: When is a default argument made: for each layer, or once for all of them?
Family: state
Fails: test_ReLU_layer, test_ConvBlock_layer
"""

_memory = {}


class ReLU(Layer):
    def forward(self, a, memory=_memory):
        memory["positive"] = a > 0
        return np.maximum(a, 0)

    def backward(self, dh, memory=_memory):
        return np.where(memory["positive"], dh, 0).astype(np.float64)
