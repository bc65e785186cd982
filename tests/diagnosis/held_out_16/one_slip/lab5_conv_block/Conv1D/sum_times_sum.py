# dw is the sum of da times the sum of x instead of the sum of their products
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return w * x

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx = self.w * da
        dw = da.sum() * np.sum(self.x, dtype=np.float64)
        return dx, dw
