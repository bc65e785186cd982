"""Idea: The dtype of a product is right by itself.
Hint: Which dtype has it if all its factors are integers?
Family: number types
Fails: test_Conv1DFilters_kinds
"""


class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.outer(w, x)

    def backward(self, da):
        return self.w @ da, da @ self.x
