# db keeps the summed axis (keepdims): shape (1, K) instead of (K,)
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X * 1.0, W * 1.0
        return self.X @ self.W + np.reshape(b, (1, -1))

    def backward(self, dA):
        dA = dA.astype(float)
        return dA @ self.W.T, self.X.T @ dA, np.sum(dA, axis=0, keepdims=True)
