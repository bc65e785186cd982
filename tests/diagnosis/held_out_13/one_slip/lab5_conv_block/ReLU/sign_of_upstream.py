# The mask of the backward pass is taken from the upstream gradient, not from a.
class ReLU(Layer):
    def forward(self, a):
        self.a = a
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.where(dh > 0, dh, 0).astype(np.float64)
