# At 0 the gradient passes.
class ReLU(Layer):
    def forward(self, a):
        self.keep = a >= 0
        return np.where(a > 0, a, 0)

    def backward(self, dh):
        return np.where(self.keep, dh, 0.0).astype(float)
