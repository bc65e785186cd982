# dx averages over the filters instead of summing
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return w[:, None] * x[None, :]
    def backward(self, da):
        terms = da * self.w[:, None].astype(float)
        dx = terms.mean(axis=0)
        dw = (da * self.x.astype(float)).sum(axis=1)
        return dx, dw
