"""Idea: The gradient of the filter is turned round.
Hint: w_0 met the entries x_i themselves. Which of your sums uses them?
Family: orientation
Fails: test_Conv1DVector_sizes, test_Conv1DVector_backward_w, test_Conv1DVector_upstream_w,
    test_Conv1DVector_kinds, test_Conv1DVector_layer
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([np.vdot(x[i : i + len(w)], w) for i in range(len(x) - len(w) + 1)])

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        x, w = self.x, self.w
        K, T = len(w), len(x) - len(w) + 1
        dx, dw = np.zeros(len(x)), np.zeros(K)
        for i in range(T):
            dx[i : i + K] += da[i] * w
            dw += da[i] * x[i : i + K]
        return dx, dw[::-1].copy()
