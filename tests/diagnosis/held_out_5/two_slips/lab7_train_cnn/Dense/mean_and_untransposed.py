# wrong: dW and db are divided by N; dX uses W, not W.T (raises)
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W, self.b = X, W, b
        return X.dot(W) + b

    def backward(self, dA):
        m = self.X.shape[0]
        dW = 1.0 / m * np.dot(self.X.T, dA)
        db = 1.0 / m * np.sum(dA, axis=0)
        dX = np.dot(dA, self.W)
        return dX, dW, db
