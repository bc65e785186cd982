# wrong: columns before rows (order F)
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.array([image.flatten(order="F") for image in X])

    def backward(self, dA):
        return np.array([g.reshape(self.shape[1:], order="F") for g in dA], dtype=float)
