# dw is the mean over the places, not the sum
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x[None, :], w[:, None]
        return self.w * self.x

    def backward(self, da):
        da = da.astype(float)
        return (da * self.w).sum(axis=0), (da * self.x).mean(axis=1)
