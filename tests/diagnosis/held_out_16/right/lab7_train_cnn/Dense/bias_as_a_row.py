# right: a column of ones beside X and b as one more row of W
class Dense(Layer):
    def forward(self, X, W, b):
        self.X1 = np.column_stack([X, np.ones(len(X))])
        self.Wb = np.vstack([W, b])
        return self.X1 @ self.Wb

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        dWb = self.X1.T.astype(np.float64) @ dA
        dX = dA @ self.Wb[:-1].T.astype(np.float64)
        return dX, dWb[:-1].copy(), dWb[-1].copy()
