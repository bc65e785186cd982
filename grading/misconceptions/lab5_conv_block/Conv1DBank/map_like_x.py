"""Idea: The map has the dtype of x.
Hint: What becomes of 2.25 times 3 if x holds integers?
Family: number types
Fails: test_Conv1DBank_kinds
"""


class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        T = len(x) - w.shape[1] + 1
        a = np.zeros((len(w), T), dtype=x.dtype)
        for m in range(len(w)):
            for i in range(T):
                a[m, i] = np.vdot(x[i : i + w.shape[1]], w[m])
        return a

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        M, K = self.w.shape
        for m in range(M):
            for i in range(da.shape[1]):
                dx[i : i + K] += da[m, i] * self.w[m]
                dw[m] += da[m, i] * self.x[i : i + K]
        return dx, dw
