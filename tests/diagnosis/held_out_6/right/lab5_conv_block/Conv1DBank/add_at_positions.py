# right
class Conv1DBank(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 2 or w.shape[1] > len(x):
            raise ValueError(
                f"Expected (N,) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        positions = len(x) - w.shape[1] + 1
        self.at = np.arange(positions)[:, None] + np.arange(w.shape[1])
        self.x, self.w = x, w
        return np.inner(w, x[self.at])

    def backward(self, da):
        da = np.asarray(da, dtype=float)
        dx = np.zeros(self.x.shape)
        np.add.at(dx, self.at, da.T @ self.w)
        return dx, da @ self.x[self.at]
