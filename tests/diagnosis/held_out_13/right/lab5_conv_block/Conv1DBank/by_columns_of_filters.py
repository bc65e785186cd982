# right: loops over the taps, with outer products, no windows at all.
class Conv1DBank(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 2 or w.shape[1] > len(x):
            raise ValueError(
                f"Expected (N,) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.x, self.w = x, w
        P = len(x) - w.shape[1] + 1
        return sum(np.outer(w[:, k], x[k : k + P]) for k in range(w.shape[1]))

    def backward(self, da):
        M, K = self.w.shape
        G = np.array(da, dtype=np.float64)
        P = G.shape[1]
        dx = np.zeros(self.x.shape[0])
        dw = np.column_stack([G @ self.x[k : k + P] for k in range(K)])
        for k in range(K):
            dx[k : k + P] += self.w[:, k] @ G
        return dx, dw
