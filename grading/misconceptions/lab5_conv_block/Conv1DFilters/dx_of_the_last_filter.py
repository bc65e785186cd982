"""Idea: Each filter sets dx to its w[m] * da[m].
Hint: x is used by all the filters. What does the chain rule do with several uses?
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
        for m in range(len(self.w)):
            dx = self.w[m] * da[m]
        return dx, da @ self.x
