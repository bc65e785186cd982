"""Idea: On the way to dw I divide by w.
Hint: What if w is 0? dw needs x itself: forward has been given it.
Family: rule
Fails: test_Conv1D_backward_w, test_ConvBlock_dead_w
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.a, self.w = x * w, w
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        with np.errstate(all="ignore"):
            return da * self.w, np.sum(self.a * da) / self.w
