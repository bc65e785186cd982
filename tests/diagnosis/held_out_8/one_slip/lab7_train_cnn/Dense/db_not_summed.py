# db is the upstream gradient of every image, not the sum.
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return np.dot(X, W) + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=float)
        dX = np.dot(dA, self.W.T)
        dW = np.dot(self.X.T, dA)
        db = dA.copy()
        return dX, dW, db
