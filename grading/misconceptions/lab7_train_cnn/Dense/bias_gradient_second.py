"""Idea: X, then the bias, then the weights.
Hint: In the order of forward's arguments.
Family: form
Fails: test_Dense_backward_W, test_Dense_backward_b, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, np.sum(dA, axis=0), self.X.T @ dA
