# the bias is one more row of the weights, met by a column of ones; the gradients are cut out of the larger ones
class Dense(Layer):
    def forward(self, X, W, b):
        self.X = np.hstack([X, np.ones((len(X), 1))])
        self.W = np.vstack([W, b[None]]).astype(np.float64)
        return self.X @ self.W

    def backward(self, dA):
        both = self.X.T @ np.asarray(dA, dtype=np.float64)
        return (dA @ self.W.T)[:, :-1].copy(), both[:-1].copy(), both[-1].copy()
