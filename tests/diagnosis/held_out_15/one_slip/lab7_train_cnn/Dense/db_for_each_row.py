# db is the sum over the outputs (axis=1), one number for each row of the batch, in place of the sum over the rows.
class Dense(Layer):
    def forward(self, X, W, b):
        self.X = X
        self.W = W
        return np.matmul(X, W) + b

    def backward(self, dA):
        dA = dA.astype(np.float64)
        return np.matmul(dA, self.W.T), np.matmul(self.X.T, dA), dA.sum(axis=1)
