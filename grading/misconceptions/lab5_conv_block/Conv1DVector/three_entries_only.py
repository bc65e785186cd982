"""Idea: Filters have three entries: left, centre, right.
Hint: Read the length off the filter.
Family: counting
Fails: test_Conv1DVector_sizes, test_Conv1DVector_layer
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([np.vdot(x[i : i + 3], w) for i in range(len(x) - 2)])

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        x, w = self.x, self.w
        K, T = len(w), len(x) - len(w) + 1
        dx, dw = np.zeros(len(x)), np.zeros(K)
        for i in range(T):
            dx[i : i + K] += da[i] * w
            dw += da[i] * x[i : i + K]
        return dx, dw
