# dx is the mean over the filters instead of the sum
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return w[:, None] * x[None, :]

    def backward(self, da):
        g = np.array(da, dtype=np.float64)
        dx = np.mean(g * self.w[:, None], axis=0)
        dw = np.sum(g * self.x[None, :], axis=1)
        return dx, dw
