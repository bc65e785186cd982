"""Idea: The gradient has been computed already: I hand it out again.
Hint: Two calls, two arrays: whoever adds to the first result must not change the second.
Family: state
Fails: test_Conv1DFilters_layer
"""


class Conv1DFilters(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 1:
            raise ValueError(f"Expected (N,) and (M,), got {np.shape(x)} and {np.shape(w)}.")
        self.x, self.w, self.dw = x, w, None
        return np.outer(w, x)

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        if self.dw is None:
            self.dw = da @ self.x
        return self.w @ da, self.dw
