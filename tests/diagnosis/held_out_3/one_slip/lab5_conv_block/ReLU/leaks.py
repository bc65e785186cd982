# wrong: negative gradients are halved, not stopped: a slope of 0.01 below zero
class ReLU(Layer):
    def forward(self, a):
        self.a = a
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(self.a > 0, 1.0, 0.01) * dh
