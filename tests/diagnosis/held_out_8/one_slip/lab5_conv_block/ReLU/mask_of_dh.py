# The mask is made from the upstream gradient, not from the input.
class ReLU(Layer):
    def forward(self, a):
        self.a = np.array(a)
        return np.maximum(self.a, 0)

    def backward(self, dh):
        grad = np.array(dh, dtype=np.float64)
        grad[grad <= 0] = 0
        return grad
