"""Idea: Times one changes nothing, so x is the answer.
Hint: Its values are. But whoever changes your result changes x as well.
Family: memory
Fails: test_Conv1D_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x if w == 1 else x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return (da.copy() if self.w == 1 else self.w * da), np.sum(self.x * da)
