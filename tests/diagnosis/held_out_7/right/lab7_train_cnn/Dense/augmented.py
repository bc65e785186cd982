# right
# the bias as one more row of weights
class Dense(Layer):
    def forward(self, X, W, b):
        self.X1 = np.hstack([X, np.ones((len(X), 1))])
        self.W1 = np.vstack([W, b]).astype(float)
        return self.X1 @ self.W1

    def backward(self, dA):
        d = self.X1.T @ dA
        return dA @ self.W1[:-1].T, d[:-1].copy(), d[-1].copy()
