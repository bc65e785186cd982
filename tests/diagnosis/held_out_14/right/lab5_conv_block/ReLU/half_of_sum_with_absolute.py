# forward is (a + |a|) / 2, backward a product with a boolean kept as float
class ReLU(Layer):
    def forward(self, a):
        self.gate = np.asarray(a > 0, dtype=np.float64)
        return (a + np.abs(a)) / 2

    def backward(self, dh):
        return np.asarray(dh, dtype=np.float64) * self.gate
