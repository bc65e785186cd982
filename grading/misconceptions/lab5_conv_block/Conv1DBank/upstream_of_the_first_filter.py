"""Idea: For dx all filters have the first one's upstream gradient.
Hint: Which axis of da counts the filters?
Family: channels
Fails: test_Conv1DBank_upstream_x, test_Conv1DBank_kinds, test_Conv1DBank_layer
"""


class Conv1DBank(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 2 or w.shape[1] > len(x):
            raise ValueError(
                f"Expected (N,) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.w = w
        self.windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[1])
        return w @ self.windows.T

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        T, K = self.windows.shape
        dx = np.zeros(T + K - 1)
        for k in range(K):
            dx[k : k + T] += self.w[:, k].sum() * da[0]
        return dx, da @ self.windows
