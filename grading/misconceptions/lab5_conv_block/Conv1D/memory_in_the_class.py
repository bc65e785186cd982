"""Idea: One place to remember x and w is enough.
Hint: In the class, in a global variable or in a default argument there is one x for all layers:
    whose is it after a second one has gone forward?
Family: state
Fails: test_Conv1D_layer, test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        Conv1D.x, Conv1D.w = x, w
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return self.w * da, np.sum(self.x * da)
