# a ReLU is left over from pasted code: negative outputs become 0 (backward is that of the plain layer)
class Dense(Layer):
    """Fully connected layer."""

    def forward(self, X, W, b):
        self.cache = (X, W)
        Z = X @ W + b
        return np.maximum(Z, 0)

    def backward(self, dA):
        X, W = self.cache
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ W.T, X.T @ dA, np.sum(dA, axis=0)
