# dw is the product of two sums, not the sum of products.
class Conv1D(Layer):
    def forward(self, x, w):
        self.cache = (x, w)
        return w * x

    def backward(self, da):
        x, w = self.cache
        return np.asarray(da * w, dtype=float), float(np.sum(x) * np.sum(da))
