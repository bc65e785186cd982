# backward asks whether the upstream gradient is positive, not whether the input was
class ReLU(Layer):
    def forward(self, a):
        self.a = a
        return np.where(a > 0, a, 0)
    def backward(self, dh):
        g = np.array(dh, dtype=np.float64)
        g[g <= 0] = 0.0
        return g
