# dw is summed with keepdims=True, so it has shape (M, 1) in place of (M,).
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return w[:, None] * x[None, :]

    def backward(self, da):
        da = da.astype(np.float64)
        dx = np.sum(da * self.w[:, None], axis=0)
        dw = np.sum(da * self.x[None, :], axis=1, keepdims=True)
        return dx, dw
