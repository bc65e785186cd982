"""Idea: One place to remember x and w is enough.
Hint: In the class, in a global variable or in a default argument there is one x for all layers:
    whose is it?
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
