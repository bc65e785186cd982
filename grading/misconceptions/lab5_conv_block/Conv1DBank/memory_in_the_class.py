"""Idea: One place to remember x and w is enough.
Hint: In the class, in a global variable or in a default argument there is one x for all layers:
    whose is it?
Family: state
Fails: test_Conv1DBank_layer
"""


class Conv1DBank(Layer):
    def forward(self, x, w):
        Conv1DBank.x, Conv1DBank.w = x, w
        T = len(x) - w.shape[1] + 1
        return np.array([[np.vdot(x[i : i + w.shape[1]], row) for i in range(T)] for row in w])

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        M, K = self.w.shape
        for m in range(M):
            for i in range(da.shape[1]):
                dx[i : i + K] += da[m, i] * self.w[m]
                dw[m] += da[m, i] * self.x[i : i + K]
        return dx, dw
