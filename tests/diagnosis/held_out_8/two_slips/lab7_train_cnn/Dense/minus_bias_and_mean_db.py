# Takes the bias away instead of adding, and db is a mean over the batch.
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X.astype(float), W.astype(float)
        Z = np.zeros((X.shape[0], W.shape[1]))
        for n in range(X.shape[0]):
            Z[n] = X[n] @ W - b
        return Z

    def backward(self, dA):
        db = dA.astype(float).mean(axis=0)
        return dA @ self.W.T, self.X.T @ dA, db
