# right
# The bias as the weight of an input that is always 1.
class Dense(Layer):
    def forward(self, X, W, b):
        self.wide = np.hstack([X, np.ones((len(X), 1))])
        self.W = np.vstack([W, b])
        return self.wide @ self.W

    def backward(self, dA):
        dW = self.wide.T @ np.asarray(dA, dtype=float)
        dX = np.asarray(dA, dtype=float) @ self.W.T
        return dX[:, :-1], dW[:-1], dW[-1].copy()
