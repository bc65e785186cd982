"""Idea: The array of the product takes the bias as well.
Hint: If X and W are whole numbers, so is their product. Does it take 0.25?
Family: memory
Fails: test_Dense_kinds
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        A = np.empty((len(X), len(b)), dtype=np.result_type(X, W))
        np.matmul(X, W, out=A)
        A[:] = A + b
        return A

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, self.X.T @ dA, np.sum(dA, axis=0)
