# forward never adds b, and db is the mean over the rows in place of the sum.
class Dense(Layer):
    def forward(self, X, W, b):
        self.inputs = X, W
        return X @ W

    def backward(self, dA):
        X, W = self.inputs
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ W.T, X.T @ dA, dA.mean(axis=0)
