# dw is summed over everything to one number; dx is summed over the wrong axis
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.multiply.outer(w, x)

    def backward(self, da):
        da = np.asarray(da, dtype=float)
        dx = (da * self.w[:, None]).sum(axis=1)
        dw = (da * self.x).sum()
        return dx, dw
