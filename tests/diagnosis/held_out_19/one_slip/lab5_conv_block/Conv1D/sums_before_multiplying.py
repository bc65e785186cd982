# dw is the sum of da times the sum of x, not the sum of the products
class Conv1D(Layer):
    def forward(self, x, w):
        self.w = w
        self.total = np.sum(x, dtype=float)
        return np.multiply(x, w)

    def backward(self, da):
        up = np.array(da, dtype=float)
        return up * self.w, float(up.sum() * self.total)
