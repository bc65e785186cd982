# dw is the mean of da * x in place of the sum; and the tuple comes as (dw, dx) in place of (dx, dw).
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([w * v for v in x])

    def backward(self, da):
        da = np.asarray(da, dtype=float)
        return np.mean(da * self.x), da * self.w
