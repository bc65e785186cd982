# right
# Ties share the gradient.
class MaxPool(Layer):
    def forward(self, h):
        self.mask = np.isclose(h, h.max(), rtol=0, atol=0)
        return h.max()

    def backward(self, dz):
        return dz * self.mask / np.count_nonzero(self.mask)
