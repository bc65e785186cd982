"""Idea: What forward was given is kept in the class.
Hint: Two layers of this class: whose x is it?
Family: state
Fails: test_Conv1DFilters_layer
"""


class Conv1DFilters(Layer):
    def forward(self, x, w):
        Conv1DFilters.memory = x, w
        return np.outer(w, x)

    def backward(self, da):
        x, w = self.memory
        da = np.asarray(da, dtype=np.float64)
        return w @ da, da @ x
