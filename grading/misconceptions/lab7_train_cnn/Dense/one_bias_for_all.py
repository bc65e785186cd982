"""Idea: b is added up, then added.
Hint: Each output has a bias of its own.
Family: bias
Fails: test_Dense_bias, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + np.sum(b)

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, self.X.T @ dA, np.sum(dA, axis=0)
