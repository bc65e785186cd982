"""Idea: x can take up the result: that saves an array.
Hint: x belongs to the caller, and your own backward needs it as it was.
Family: memory
Fails: test_Conv1D_layer, test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=np.float64), w
        if np.result_type(x, w) == x.dtype:
            x *= w
            return x.copy()
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return self.w * da, np.sum(self.x * da)
