# two slips: dx divides by w instead of multiplying, and the tuple is in the wrong order (dw, dx)
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=np.float64), w
        return x * w

    def backward(self, da):
        g = np.array(da, dtype=np.float64)
        return float(g @ self.x), g / self.w
