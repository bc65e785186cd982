# micrograd's Value.relu: the gradient is accumulated in self.grad (+=), which is never set to zero, so the second backward adds on top of the first and hands out the same array
class ReLU(Layer):
    def forward(self, a):
        self.out = np.array(np.where(a < 0, 0, a))
        self.grad = np.zeros(np.shape(a))
        return self.out.copy()

    def backward(self, dh):
        self.grad += (self.out > 0) * dh
        return self.grad
