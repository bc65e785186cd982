"""Idea: All rows of the result come from the first filter.
Hint: Which row of w belongs to which row of the result?
Family: channels
Fails: test_Conv1DBank, test_Conv1DBank_kinds, test_Conv1DBank_layer
"""


class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        T = len(x) - w.shape[1] + 1
        return np.array([[np.vdot(x[i : i + w.shape[1]], w[0]) for i in range(T)] for row in w])

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        M, K = self.w.shape
        for m in range(M):
            for i in range(da.shape[1]):
                dx[i : i + K] += da[m, i] * self.w[m]
                dw[m] += da[m, i] * self.x[i : i + K]
        return dx, dw
