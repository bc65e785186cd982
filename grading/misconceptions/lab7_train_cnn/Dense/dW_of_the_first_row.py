"""Idea: dW is the outer product of one row of X and one of dA.
Hint: Of which row? All of them have used W.
Family: batch
Fails: test_Dense_backward_W, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, np.outer(self.X[0], dA[0]), np.sum(dA, axis=0)
