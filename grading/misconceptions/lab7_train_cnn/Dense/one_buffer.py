"""Idea: The result is written into one array that I keep.
Hint: The next call overwrites what the last one returned.
Family: memory
Fails: test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        if not hasattr(self, "dW") or self.dW.shape != self.W.shape:
            self.dW = np.empty(self.W.shape)
        self.dW[:] = self.X.T @ dA
        return dA @ self.W.T, self.dW, np.sum(dA, axis=0)
