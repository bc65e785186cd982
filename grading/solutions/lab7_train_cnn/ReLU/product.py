"""A product with the mask."""


class ReLU(Layer):
    def forward(self, a):
        self.on = a > 0
        return a * self.on

    def backward(self, dh):
        return np.asarray(dh, dtype=np.float64) * self.on
