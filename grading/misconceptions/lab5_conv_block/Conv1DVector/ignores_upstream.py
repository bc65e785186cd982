"""Idea: Each window sends w to x, and its entries to w.
Hint: Some windows matter more to the loss than others. Where do you hear of that?
Family: upstream
Fails: test_Conv1DVector_sizes, test_Conv1DVector_upstream_x, test_Conv1DVector_upstream_w,
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
            dx[i : i + K] += 1.0 * w
            dw += 1.0 * x[i : i + K]
        return dx, dw
