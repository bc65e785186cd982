# the tuple is (dw, dx) instead of (dx, dw); dw is the mean of da * x instead of the sum
class Conv1D(Layer):
    def forward(self, x, w):
        self.x = x
        self.w = w
        return w * x

    def backward(self, da):
        da = np.array(da, dtype=np.float64)
        dx = self.w * da
        dw = np.mean(self.x * da)
        return dw, dx
