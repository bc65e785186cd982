# wrong: masked by the sign of the upstream gradient; the absolute value in forward
class ReLU(Layer):
    def forward(self, a):
        self.keep = (a > 0).astype(float)
        return np.abs(a)

    def backward(self, dh):
        return np.where(dh > 0, dh, 0.0)
