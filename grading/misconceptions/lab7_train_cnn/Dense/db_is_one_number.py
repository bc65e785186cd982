"""Idea: The bias gradient is the sum of dA.
Hint: Each output has a bias of its own. Over which axis is the sum?
Family: bias
Fails: test_Dense_backward_b, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, self.X.T @ dA, np.sum(dA)
