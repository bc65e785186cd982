# dW is divided by the number of images
class Dense(Layer):
    def forward(self, X, W, b):
        self.cache = (X, W)
        return np.dot(X, W) + b

    def backward(self, dA):
        X, W = self.cache
        m = X.shape[0]
        dW = np.dot(X.T, dA) / m
        db = np.sum(dA, axis=0, dtype=float)
        dX = np.dot(dA, W.T)
        return np.float64(dX), np.float64(dW), db
