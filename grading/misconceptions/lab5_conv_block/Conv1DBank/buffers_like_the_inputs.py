"""Idea: dx and dw get the dtypes of x and w.
Hint: What if x holds integers? zeros_like takes the dtype as well.
Family: number types
Fails: test_Conv1DBank_kinds
"""


class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        T = len(x) - w.shape[1] + 1
        return np.array([[np.vdot(x[i : i + w.shape[1]], row) for i in range(T)] for row in w])

    def backward(self, da):
        dx, dw = np.zeros_like(self.x), np.zeros_like(self.w)
        for m, i, k in np.ndindex(*da.shape, self.w.shape[1]):
            dx[i + k] += da[m, i] * self.w[m, k]
            dw[m, k] += da[m, i] * self.x[i + k]
        return dx, dw
