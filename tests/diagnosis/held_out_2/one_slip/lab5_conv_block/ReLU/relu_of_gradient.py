# wrong: backward takes the ReLU of the upstream gradient
class ReLU(Layer):
    def forward(self, a):
        self.a = a
        return a * (a > 0)

    def backward(self, dh):
        return np.maximum(0, dh).astype(float)
