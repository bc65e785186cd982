# wrong: every input gets the upstream gradient, not only the largest
class MaxPool(Layer):
    def forward(self, h):
        self.n = len(h)
        return np.max(h)

    def backward(self, dz):
        return np.ones(self.n) * dz
