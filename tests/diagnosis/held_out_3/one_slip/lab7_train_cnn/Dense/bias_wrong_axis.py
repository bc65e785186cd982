# wrong: db is summed over the answers, not over the rows
class Dense(Layer):
    def forward(self, X, w, b):
        self.X, self.w = X.astype(float), w.astype(float)
        return X @ w + b

    def backward(self, dA):
        return dA @ self.w.T, self.X.T @ dA, np.sum(dA, axis=1).astype(float)
