# backward returns (dw, dx) in the wrong order; and dw is a mean over x instead of a sum
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x.astype(float), float(w)
        return x * w

    def backward(self, da):
        dw = float(np.mean(da * self.x))
        dx = np.array(da, dtype=float) * self.w
        return dw, dx
