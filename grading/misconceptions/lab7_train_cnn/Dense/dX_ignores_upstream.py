"""Idea: The slope of A in X is W.
Hint: That is the local slope. What comes from above?
Family: upstream
Fails: test_Dense_backward_X, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return np.ones_like(dA) @ self.W.T, self.X.T @ dA, np.sum(dA, axis=0)
