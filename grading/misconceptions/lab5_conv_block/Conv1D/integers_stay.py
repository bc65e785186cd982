"""Idea: The dtype of products and sums is right by itself.
Hint: Which dtype has w * da if both hold integers? Gradients are float64, always.
Family: number types
Fails: test_Conv1D_kinds
"""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        return self.w * da, np.sum(self.x * da)
