# a column of ones on X and b as one more row of W; gradients taken apart afterwards
class Dense(Layer):
    def forward(self, X, W, b):
        self.X1 = np.column_stack([X, np.ones(len(X))])
        self.W1 = np.vstack([W, b[None]])
        return self.X1 @ self.W1

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        dW1 = self.X1.T.astype(float) @ dA
        dX1 = dA @ self.W1.T
        return dX1[:, :-1].copy(), dW1[:-1].copy(), dW1[-1].copy()
