# the windows as a Hankel-like index matrix; dx by np.bincount with weights
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.w, self.n = w.astype(float), len(x)
        self.at = np.arange(len(x) - len(w) + 1)[:, None] + np.arange(len(w))
        self.rows = x[self.at].astype(float)
        return self.rows @ self.w

    def backward(self, da):
        weights = np.outer(np.asarray(da, dtype=float), self.w)
        return np.bincount(self.at.ravel(), weights=weights.ravel(), minlength=self.n), self.rows.T @ da
