# At exactly 0 the slope is one half.
class ReLU(Layer):
    def forward(self, a):
        self.slope = np.heaviside(np.asarray(a, float), 0.5)
        return np.maximum(a, 0)

    def backward(self, dh):
        return self.slope * dh
