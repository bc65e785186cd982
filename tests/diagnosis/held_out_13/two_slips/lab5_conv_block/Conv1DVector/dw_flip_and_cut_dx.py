# dw comes out turned round, and dx stops N - K + 1 entries in: the overhang of the last windows is lost.
class Conv1DVector(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 1 or len(w) > len(x):
            raise ValueError(
                f"Expected (N,) and (K,) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.x, self.w = x, w
        P = len(x) - len(w) + 1
        return sum(w[k] * x[k : k + P] for k in range(len(w)))

    def backward(self, da):
        P, K = len(da), len(self.w)
        dw = np.array([float(da @ self.x[k : k + P]) for k in reversed(range(K))])
        dx = np.zeros(len(self.x))
        for s in range(P):
            for k in range(K):
                if s - k >= 0:
                    dx[s] += da[s - k] * self.w[k]
        return dx, dw
