"""Idea: For dx the weights are taken from the other end.
Hint: x_j meets w_0 in the window that starts at j, and w_1 in the one before. Which weights does
    your sum take there?
Family: orientation
Fails: test_Conv1DVector_sizes, test_Conv1DVector_backward_x, test_Conv1DVector_upstream_x,
    test_Conv1DVector_kinds, test_Conv1DVector_layer
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([np.vdot(x[i : i + len(w)], w) for i in range(len(x) - len(w) + 1)])

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        x, w = self.x, self.w
        K = len(w)
        padded = np.concatenate([np.zeros(K - 1), da, np.zeros(K - 1)])
        dx = np.array([np.vdot(padded[j : j + K], w) for j in range(len(x))])
        dw = np.array([np.vdot(da, x[k : k + len(da)]) for k in range(K)], dtype=np.float64)
        return dx, dw
