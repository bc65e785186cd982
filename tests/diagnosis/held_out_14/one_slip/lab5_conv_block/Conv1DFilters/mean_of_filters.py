# dx is the mean over the filters instead of their sum
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x = x.astype(np.float64)
        self.w = w.astype(np.float64)
        return np.stack([x * f for f in w])

    def backward(self, da):
        dx = np.mean(da * self.w[:, None], axis=0)
        dw = np.sum(da * self.x, axis=1)
        return dx, dw
