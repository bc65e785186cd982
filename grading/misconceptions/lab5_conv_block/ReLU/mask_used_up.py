"""Idea: Once backward has used the mask, it is not needed any more.
Hint: backward may be called twice after one forward: what is left for the second call?
Family: state
Fails: test_ReLU_layer, test_ConvBlock_layer
"""


class ReLU(Layer):
    def __init__(self):
        self.masks = []

    def forward(self, a):
        self.masks.append(np.array(a) > 0)
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(self.masks.pop(), dh, 0).astype(np.float64)
