# dW is divided by the number of rows
class Dense(Layer):
    def forward(self, X, W, b):
        self.inputs = X, W
        return X.dot(W) + b

    def backward(self, dA):
        X, W = self.inputs
        dA = np.asarray(dA, dtype=np.float64)
        n = X.shape[0]
        dW = X.T.dot(dA) / n
        return dA.dot(W.T), dW, dA.sum(0)
