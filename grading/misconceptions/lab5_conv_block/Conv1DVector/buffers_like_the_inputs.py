"""Idea: dx and dw get the dtypes of x and w.
Hint: What if x holds integers? zeros_like takes the dtype as well.
Family: number types
Fails: test_Conv1DVector_kinds
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([np.vdot(x[i : i + len(w)], w) for i in range(len(x) - len(w) + 1)])

    def backward(self, da):
        x, w = self.x, self.w
        dx, dw = np.zeros_like(x), np.zeros_like(w)
        for i in range(len(da)):
            for k in range(len(w)):
                dx[i + k] += da[i] * w[k]
                dw[k] += da[i] * x[i + k]
        return dx, dw
