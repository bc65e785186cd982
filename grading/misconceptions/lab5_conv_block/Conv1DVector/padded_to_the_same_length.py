"""Idea: The result is as long as x: beyond the end there are zeros.
Hint: Only windows that fit count here: how many are there?
Family: padding
Fails: test_Conv1DVector, test_Conv1DVector_sizes, test_Conv1DVector_kinds,
    test_Conv1DVector_layer
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        padded = np.concatenate([x, np.zeros(len(w) - 1, dtype=x.dtype)])
        return np.array([np.vdot(padded[i : i + len(w)], w) for i in range(len(x))])

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        x, w = self.x, self.w
        K, T = len(w), len(x) - len(w) + 1
        dx, dw = np.zeros(len(x)), np.zeros(K)
        for i in range(T):
            dx[i : i + K] += da[i] * w
            dw += da[i] * x[i : i + K]
        return dx, dw
