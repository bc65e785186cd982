# right
# the bias as one more row of W
class Dense(Layer):
    def forward(self, X, W, b):
        one = np.ones((len(X), 1), dtype=X.dtype)
        self.X1, self.W = np.hstack([X, one]), W
        return self.X1 @ np.vstack([W, b])

    def backward(self, dA):
        both = self.X1.T.astype(float) @ dA
        return np.inner(dA, self.W).astype(float), both[:-1].copy(), both[-1].copy()
