# dx is divided by w instead of multiplied, and dw is multiplied by w once more.
class Conv1D(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 0:
            raise ValueError(f"Expected (N,) and a number, got {np.shape(x)} and {np.shape(w)}.")
        self.x = x + 0.0
        self.w = w
        return self.w * x

    def backward(self, da):
        dx = np.asarray(da, dtype=np.float64) / self.w
        dw = (da * self.x * self.w).sum()
        return dx, float(dw)
