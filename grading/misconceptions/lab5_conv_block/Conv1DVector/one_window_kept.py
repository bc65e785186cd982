"""Idea: The windows are the same as last time, as long as the lengths are.
Hint: What did the last forward see? Its numbers count, not only its length.
Family: state
Fails: test_Conv1DVector_layer
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 1 or len(w) > len(x):
            raise ValueError(
                f"Expected (N,) and (K,) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.w = w
        if getattr(self, "windows", np.empty((0, 0))).shape == (len(x) - len(w) + 1, len(w)):
            return self.windows @ w
        self.windows = np.lib.stride_tricks.sliding_window_view(x, len(w))
        return self.windows @ w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        T, K = self.windows.shape
        dx = np.zeros(T + K - 1)
        for k in range(K):
            dx[k : k + T] += self.w[k] * da
        return dx, da @ self.windows
