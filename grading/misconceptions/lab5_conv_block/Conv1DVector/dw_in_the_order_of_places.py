"""Idea: dw is the windows added up, times the mean of da.
Hint: Each window has an upstream gradient of its own: which number of da belongs to it?
Family: axes
Fails: test_Conv1DVector_sizes, test_Conv1DVector_upstream_w, test_Conv1DVector_kinds,
    test_Conv1DVector_layer
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 1 or len(w) > len(x):
            raise ValueError(
                f"Expected (N,) and (K,) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.w = w
        self.windows = np.lib.stride_tricks.sliding_window_view(x, len(w))
        return self.windows @ w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        T, K = self.windows.shape
        dx = np.zeros(T + K - 1)
        for k in range(K):
            dx[k : k + T] += self.w[k] * da
        return dx, self.windows.sum(axis=0) * da.mean()
