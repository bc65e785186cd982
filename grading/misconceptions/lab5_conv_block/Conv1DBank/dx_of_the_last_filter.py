"""Idea: Each filter sets dx to what it sends.
Hint: x is used by all the filters. What does the chain rule do with several uses?
Family: channels
Fails: test_Conv1DBank_backward_x, test_Conv1DBank_upstream_x, test_Conv1DBank_kinds,
    test_Conv1DBank_layer
"""


class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        T = len(x) - w.shape[1] + 1
        return np.array([[np.vdot(x[i : i + w.shape[1]], row) for i in range(T)] for row in w])

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        M, K = self.w.shape
        for m in range(M):
            dx[:] = 0
            for i in range(da.shape[1]):
                dx[i : i + K] += da[m, i] * self.w[m]
                dw[m] += da[m, i] * self.x[i : i + K]
        return dx, dw
