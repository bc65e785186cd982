# dw is sum(da) * sum(x) instead of the sum of the products
class Conv1D(Layer):
    def forward(self, x, w):
        self.cache = (x.astype(float), float(w))
        return x * w

    def backward(self, da):
        x, w = self.cache
        dx = np.multiply(da, w, dtype=float)
        dw = float(np.sum(da) * np.sum(x))
        return dx, dw
