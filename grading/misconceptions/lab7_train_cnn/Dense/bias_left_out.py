"""Idea: A weighted sum is X @ W.
Hint: What happens to b?
Family: bias
Fails: test_Dense_bias, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, self.X.T @ dA, np.sum(dA, axis=0)
