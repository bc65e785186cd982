"""Idea: The gradient of x is the sum of the filters, that of each filter the sum of x.
Hint: These are slopes of the sum of all outputs. Where does da come in?
Family: upstream
Fails: test_Conv1DFilters_upstream_x, test_Conv1DFilters_upstream_w, test_Conv1DFilters_kinds,
    test_Conv1DFilters_layer
"""


class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=np.float64), np.array(w, dtype=np.float64)
        return np.outer(w, x)

    def backward(self, da):
        return np.full(len(self.x), self.w.sum()), np.full(len(self.w), self.x.sum())
