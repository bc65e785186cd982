# the bias is one more row of W, with a column of ones in X
class Dense(Layer):
    def forward(self, X, W, b):
        self.X1 = np.hstack([X, np.ones((len(X), 1))])
        self.Wb = np.vstack([W, b]).astype(float)
        return self.X1 @ self.Wb

    def backward(self, dA):
        d = self.X1.T @ dA
        return (dA @ self.Wb.T)[:, :-1].copy(), d[:-1].copy(), d[-1].copy()
