# gather with an index table, dx by np.bincount with weights
class Conv1DBank(Layer):
    def forward(self, x, w):
        K = w.shape[1]
        self.table = np.add.outer(np.arange(len(x) - K + 1), np.arange(K))
        self.x, self.w = x, w
        return np.inner(w, x[self.table])

    def backward(self, da):
        da = np.asarray(da, float)
        shares = da.T @ self.w
        dx = np.bincount(self.table.ravel(), weights=shares.ravel(), minlength=len(self.x))
        return dx, da @ self.x[self.table]
