# A view of the input, not a copy.
class Flatten(Layer):
    def forward(self, X):
        self.shape = np.shape(X)
        n = self.shape[0]
        d = int(np.prod(self.shape[1:]))
        rows = np.reshape(X, (n, d))
        return rows

    def backward(self, dout):
        return np.array(dout, dtype=float).reshape(self.shape)
