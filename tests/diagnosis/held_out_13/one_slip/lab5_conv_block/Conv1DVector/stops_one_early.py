# The loops run over N - K windows, the last window is never visited.
class Conv1DVector(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 1 or len(w) > len(x):
            raise ValueError(
                f"Expected (N,) and (K,) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.x, self.w = x, w
        N, K = len(x), len(w)
        self.n_windows = N - K
        a = np.zeros(N - K + 1)
        for i in range(self.n_windows):
            a[i] = np.sum(x[i : i + K] * w)
        return a

    def backward(self, da):
        K = len(self.w)
        dx, dw = np.zeros(len(self.x)), np.zeros(K)
        for i in range(self.n_windows):
            for k in range(K):
                dx[i + k] += da[i] * self.w[k]
                dw[k] += da[i] * self.x[i + k]
        return dx, dw
