# a ReLU is applied to the output of forward; dW and db are divided by the number of rows
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return np.maximum(X @ W + b, 0)

    def backward(self, dA):
        N = len(dA)
        dA = dA.astype(float)
        dX = dA @ self.W.T
        dW = self.X.T @ dA / N
        db = dA.mean(axis=0)
        return dX, dW, db
