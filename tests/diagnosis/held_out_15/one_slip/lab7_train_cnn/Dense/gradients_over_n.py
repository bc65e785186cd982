# dW and db are divided by the number of rows, as if the mean over the batch were taken here.
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X.dot(W) + b

    def backward(self, dA):
        m = self.X.shape[0]
        dA = np.asarray(dA, dtype=float)
        dW = self.X.T.dot(dA) / m
        db = dA.sum(axis=0) / m
        return dA.dot(self.W.T), dW, db
