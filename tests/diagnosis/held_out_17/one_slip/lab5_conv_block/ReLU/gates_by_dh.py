# backward lets through the positive upstream gradients (dh > 0) instead of those where the input was positive
class ReLU(Layer):
    def forward(self, a):
        self.inp = np.copy(a)
        return np.where(self.inp > 0, self.inp, 0)

    def backward(self, dh):
        out = np.array(dh, dtype=np.float64)
        out[out <= 0] = 0.0
        return out
