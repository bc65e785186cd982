# The smallest entry is returned; and it gets a gradient of 1 whatever dz is.
class MaxPool(Layer):
    def forward(self, h):
        self.memory = (len(h), sorted(range(len(h)), key=lambda i: h[i])[0])
        return h[self.memory[1]]

    def backward(self, dz):
        n, k = self.memory
        return np.eye(n)[k]
