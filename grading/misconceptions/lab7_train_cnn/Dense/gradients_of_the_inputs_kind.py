"""Idea: Gradients have the dtype of what they belong to.
Hint: What becomes of 0.25 in an array of integers? Gradients are float64.
Family: number types
Fails: test_Dense_kinds
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W, self.b = X, W, b
        return X @ W + b

    def backward(self, dA):
        dX, dW = (dA @ self.W.T).astype(self.X.dtype), (self.X.T @ dA).astype(self.W.dtype)
        return dX, dW, np.sum(dA, axis=0).astype(self.b.dtype)
