"""Idea: The gradient has been computed already: I hand it out again.
Hint: Two calls, two arrays: whoever adds to the first result must not change the second.
Family: state
Fails: test_Conv1D_layer, test_ConvBlock_layer
"""


class Conv1D(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 0:
            raise ValueError(f"Expected (N,) and a number, got {np.shape(x)} and {np.shape(w)}.")
        self.x, self.w, self.dx = x, w, None
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        if self.dx is None:
            self.dx = self.w * da
        return self.dx, np.sum(self.x * da)
