# right
# (a + |a|) / 2 and a heaviside step
class ReLU(Layer):
    def forward(self, a):
        self.slope = np.heaviside(np.asarray(a, dtype=float), 0.0)
        return (a + np.abs(a)) / 2

    def backward(self, dh):
        return self.slope * dh
