"""Idea: A row of K sums is as good as K sums.
Hint: b has shape (K,), and so has its gradient.
Family: bias
Fails: test_Dense_backward_b, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, self.X.T @ dA, np.sum(dA, axis=0, keepdims=True)
