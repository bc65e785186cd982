# dW and db are means over the batch; the loss has that already.
class Dense(Layer):
    def forward(self, X, W, b):
        self.X = X
        self.W = W
        self.m = X.shape[0]
        return X.dot(W) + b

    def backward(self, dA):
        dA = dA.astype(float)
        dX = dA.dot(self.W.T)
        dW = self.X.T.dot(dA) / self.m
        db = np.sum(dA, axis=0) / self.m
        return dX, dW, db
