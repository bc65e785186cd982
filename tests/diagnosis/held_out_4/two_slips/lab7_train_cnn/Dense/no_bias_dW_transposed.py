# wrong: the bias is left out; dW is transposed: (K, D)
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W

    def backward(self, dA):
        dA = np.asarray(dA, float)
        return dA @ self.W.T, dA.T @ self.X, dA.sum(0)
