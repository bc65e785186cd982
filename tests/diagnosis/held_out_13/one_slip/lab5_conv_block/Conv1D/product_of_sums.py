# dw multiplies the sum of da by the sum of x instead of adding up the products.
class Conv1D(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 0:
            raise ValueError(f"Expected (N,) and a number, got {np.shape(x)} and {np.shape(w)}.")
        self.cache = (x, w)
        return np.array([w * xi for xi in x])

    def backward(self, da):
        x, w = self.cache
        da = np.asarray(da, dtype=float)
        return w * da, np.sum(da) * np.sum(x)
