# forward returns a view of its input
class Flatten(Layer):
    def forward(self, X):
        self.kept = X.shape
        return X.reshape(X.shape[0], -1)

    def backward(self, dout):
        return np.array(dout, dtype=float).reshape(self.kept)
