# dw sums over filters and places together, so every filter gets the same number
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x[np.newaxis, :], w[:, np.newaxis]
        return self.w * self.x

    def backward(self, da):
        d = np.asarray(da, dtype=np.float64)
        dx = (d * self.w).sum(axis=0)
        dw = np.full(len(self.w), (d * self.x).sum())
        return dx, dw
