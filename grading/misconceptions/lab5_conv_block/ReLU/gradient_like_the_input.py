"""Idea: The gradient gets the dtype of a.
Hint: What becomes of 2.4 in an array of integers? zeros_like takes the dtype as well.
Family: number types
Fails: test_ReLU_kinds
"""


class ReLU(Layer):
    def forward(self, a):
        self.a = np.array(a)
        return np.maximum(a, 0)

    def backward(self, dh):
        da = np.zeros_like(self.a)
        da[self.a > 0] = np.asarray(dh)[self.a > 0]
        return da
