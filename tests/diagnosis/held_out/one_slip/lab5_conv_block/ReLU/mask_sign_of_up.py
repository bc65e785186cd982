# wrong: masked by the sign of the upstream gradient
class ReLU(Layer):
    def forward(self, a):
        self.keep = (a > 0).astype(float)
        return a * (a > 0)

    def backward(self, dh):
        return np.where(dh > 0, dh, 0.0)
