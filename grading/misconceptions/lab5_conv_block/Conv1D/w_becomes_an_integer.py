"""Idea: The filter is stored in an array of the dtype of x.
Hint: What becomes of w = 2.25 if x holds integers?
Family: number types
Fails: test_Conv1D_kinds, test_ConvBlock_kinds
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, np.asarray(w).astype(x.dtype)
        return x * self.w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return self.w * da, np.sum(self.x * da)
