# dw is the product of the sums.
class Conv1D(Layer):
    def forward(self, x, w):
        self.x = np.array(x, dtype=float)
        self.w = w
        return x * w

    def backward(self, da):
        dw = da.sum() * self.x.sum()
        return np.array(da, dtype=float) * self.w, dw
