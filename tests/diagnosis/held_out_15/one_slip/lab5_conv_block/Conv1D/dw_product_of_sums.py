# dw is the sum of x times the sum of da, in place of the sum of the products x * da.
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx = da * self.w
        dw = float(np.sum(self.x)) * float(np.sum(da))
        return dx, dw
