"""Both results lie in memory column by column."""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.asfortranarray(X.reshape(X.shape[0], -1)) + 0

    def backward(self, dout):
        return np.array(dout.reshape(self.shape), dtype=np.float64, order="F")
