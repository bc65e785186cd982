"""Idea: The gradient of x is the mean of what the filters send.
Hint: Add up: do two filters not have twice the influence of one?
Family: channels
Fails: test_Conv1DFilters_backward_x, test_Conv1DFilters_upstream_x, test_Conv1DFilters_kinds,
    test_Conv1DFilters_layer
"""


class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.outer(w, x)

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return np.mean(self.w[:, None] * da, axis=0), da @ self.x
