"""Idea: dA.T @ X has all the products.
Hint: Which shape does W have, and which this product?
Family: orientation
Fails: test_Dense_backward_W, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, dA.T @ self.X, np.sum(dA, axis=0)
