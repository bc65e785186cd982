"""Idea: I may turn the filter round where it stands.
Hint: w[:] = w[::-1] writes into the caller's filter.
Family: memory
Fails: test_Conv1DVector_layer
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([np.vdot(x[i : i + len(w)], w) for i in range(len(x) - len(w) + 1)])

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        x, w = self.x, self.w
        K = len(w)
        w[:] = w[::-1].copy()
        padded = np.concatenate([np.zeros(K - 1), da, np.zeros(K - 1)])
        dx = np.array([np.vdot(padded[j : j + K], w) for j in range(len(x))])
        dw = np.array([np.vdot(da, x[k : k + len(da)]) for k in range(K)], dtype=np.float64)
        return dx, dw
