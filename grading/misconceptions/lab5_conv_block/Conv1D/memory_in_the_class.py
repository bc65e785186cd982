"""Idea: There is one filter, so the class may remember it.
Hint: Another block has another filter. Where does a layer keep what is its own?
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
