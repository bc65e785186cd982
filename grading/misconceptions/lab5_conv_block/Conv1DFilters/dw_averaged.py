"""Idea: The gradient of a filter is the mean over the places.
Hint: Each place adds its own share: is there anything to divide by?
Family: scale
Fails: test_Conv1DFilters_backward_w, test_Conv1DFilters_upstream_w, test_Conv1DFilters_kinds,
    test_Conv1DFilters_layer
"""


class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.outer(w, x)

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return self.w @ da, np.mean(da * self.x, axis=1)
