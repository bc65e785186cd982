"""Idea: The gradient of w is added up over all calls of backward.
Hint: Two calls of backward after one forward must give the same answer.
Family: state
Fails: test_Conv1D_layer, test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w, self.dw = x, w, 0.0
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        self.dw += np.sum(self.x * da)
        return self.w * da, self.dw
