# Gradients below zero are cut off as well, as in guided backpropagation.
class ReLU(Layer):
    def forward(self, a):
        self.on = a > 0
        return np.where(self.on, a, 0)

    def backward(self, dh):
        return np.where(self.on & (dh > 0), dh, 0.0).astype(float)
