"""Idea: w is an array of NumPy, or a number of NumPy's.
Hint: Numbers come as Python floats and ints, too. Do these have astype, copy or shape?
Family: number types
Fails: test_Conv1D_kinds, test_ConvBlock_kinds
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x.astype(np.float64), w.astype(np.float64)
        return x * w

    def backward(self, da):
        da = da.astype(np.float64)
        return self.w * da, np.sum(self.x * da)
