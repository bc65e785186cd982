"""Idea: All filters' gradients are summed up.
Hint: How many filters are there, and how many gradients do they need?
Family: channels
Fails: test_Conv1DFilters_backward_w, test_Conv1DFilters_upstream_w, test_Conv1DFilters_kinds,
    test_Conv1DFilters_layer
"""


class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.outer(w, x)

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        return self.w @ da, np.full(len(self.w), np.sum(da * self.x))
