# the bias is not added in forward; and dW is transposed, (K, D)
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X.astype(float), W.astype(float)
        return self.X @ self.W
    def backward(self, dA):
        dA = dA.astype(float)
        dX = dA @ self.W.T
        dW = dA.T @ self.X
        db = np.ones(len(dA)) @ dA
        return dX, dW, db
