# wrong: the gradient passes where a > 1e-2 only: an eps of the author's own
class ReLU(Layer):
    def forward(self, a):
        self.on = a > 1e-2
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(self.on, dh, 0.0)
