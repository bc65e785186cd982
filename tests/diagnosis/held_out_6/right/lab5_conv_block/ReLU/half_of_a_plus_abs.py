# right
class ReLU(Layer):
    def forward(self, a):
        self.step = np.heaviside(np.asarray(a, dtype=float), 0.0)
        return (a + np.abs(a)) / 2

    def backward(self, dh):
        return np.multiply(dh, self.step, dtype=float)
