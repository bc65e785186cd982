"""The step function np.heaviside, 0 at 0."""


class ReLU(Layer):
    def forward(self, a):
        self.step = np.heaviside(a, 0.0)
        return self.step * a

    def backward(self, dh):
        return np.array(self.step * dh, dtype=np.float64)
