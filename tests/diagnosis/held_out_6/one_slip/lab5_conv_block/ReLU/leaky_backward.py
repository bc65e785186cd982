# wrong: the gradient is that of a leaky ReLU: 0.01 of it passes where the input was not positive
class ReLU(Layer):
    def forward(self, a):
        self.a = a
        return np.maximum(a, 0)

    def backward(self, dh):
        slope = np.where(self.a > 0, 1.0, 0.01)
        return slope * dh
