"""Idea: b is added to A, so its gradient is dA.
Hint: b has shape (K,). How many rows have used it?
Family: bias
Fails: test_Dense_backward_b, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, self.X.T @ dA, dA.copy()
