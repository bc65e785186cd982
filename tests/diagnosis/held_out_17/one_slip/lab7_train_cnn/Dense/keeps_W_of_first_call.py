# the weights are stored at the first forward only (like a layer that owns them), later forwards compute with the old W
class Dense(Layer):
    W = None

    def forward(self, X, W, b):
        self.X = X.astype(float)
        if self.W is None:
            self.W = W.astype(float)
        return self.X @ self.W + b

    def backward(self, dA):
        dA = dA.astype(float)
        return dA @ self.W.T, self.X.T @ dA, dA.sum(axis=0)
