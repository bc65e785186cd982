"""
Idea: The rows of the result are as long as x: beyond the end there are zeros.
Hint: Only windows that fit count here: how many are there?
Family: padding
Fails: test_Conv1DBank, test_Conv1DBank_kinds, test_Conv1DBank_layer
"""


class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = (x, w)
        padded = np.concatenate([x, np.zeros(w.shape[1] - 1, dtype=x.dtype)])
        return w @ np.lib.stride_tricks.sliding_window_view(padded, w.shape[1]).T

    def backward(self, da):
        dx, dw = (np.zeros(self.x.shape), np.zeros(self.w.shape))
        M, K = self.w.shape
        for m in range(M):
            for i in range(da.shape[1]):
                dx[i : i + K] += da[m, i] * self.w[m]
                dw[m] += da[m, i] * self.x[i : i + K]
        return (dx, dw)
