# right
class ReLU(Layer):
    def forward(self, a):
        self.positive = np.sign(np.sign(a) + np.abs(np.sign(a)))
        return a * (a > 0)

    def backward(self, dh):
        return np.multiply(dh, self.positive).astype(np.float64)
