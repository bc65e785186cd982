"""Idea: NumPy has a function for just that.
Hint: Which functions does the lab put out of bounds?
Family: shortcut
Fails: test_Conv1DVector
Sandbox: test_Conv1DVector_sizes, test_Conv1DVector_backward_x, test_Conv1DVector_backward_w,
    test_Conv1DVector_upstream_x, test_Conv1DVector_upstream_w, test_Conv1DVector_kinds,
    test_Conv1DVector_layer
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.correlate(x, w, mode="valid")

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        x, w = self.x, self.w
        K, T = len(w), len(x) - len(w) + 1
        dx, dw = np.zeros(len(x)), np.zeros(K)
        for i in range(T):
            dx[i : i + K] += da[i] * w
            dw += da[i] * x[i : i + K]
        return dx, dw
