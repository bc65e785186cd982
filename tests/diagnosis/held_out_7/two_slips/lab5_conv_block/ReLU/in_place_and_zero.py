# backward writes into dh; an input of 0 lets the gradient through
class ReLU(Layer):
    def forward(self, a):
        self.a = a
        return np.where(a > 0, a, 0)

    def backward(self, dh):
        grad = dh
        grad[self.a < 0] = 0
        return grad
