"""Idea: The bias is a threshold that the sum has to exceed.
Hint: A threshold would be subtracted. What does the formula say?
Family: bias
Fails: test_Dense_bias, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W - b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, self.X.T @ dA, np.sum(dA, axis=0)
