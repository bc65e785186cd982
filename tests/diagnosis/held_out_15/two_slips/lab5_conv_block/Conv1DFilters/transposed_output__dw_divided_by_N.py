# forward returns (N, M) in place of (M, N); and dw is a mean over the entries of x in place of the sum.
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.outer(x, w)

    def backward(self, da):
        da = np.asarray(da, float)
        dx = self.w @ da
        dw = (da * self.x).mean(axis=1)
        return dx, dw
