# db keeps the axis of the batch, (1, K)
class Dense(Layer):
    def forward(self, X, W, b):
        self.X = X
        self.W = W
        return X @ W + b

    def backward(self, dA):
        dA = dA.astype(float)
        db = dA.sum(axis=0, keepdims=True)
        return dA @ self.W.T, self.X.T @ dA, db
