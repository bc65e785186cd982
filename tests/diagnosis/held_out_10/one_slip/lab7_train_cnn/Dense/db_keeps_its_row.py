# db is summed with keepdims, so it has a row too many.
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X.dot(W) + b

    def backward(self, dA):
        dA = dA.astype(float)
        return dA @ self.W.T, self.X.T @ dA, np.sum(dA, axis=0, keepdims=True)
