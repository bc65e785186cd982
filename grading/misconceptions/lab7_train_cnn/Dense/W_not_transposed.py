"""Idea: dX is dA @ W.
Hint: Write down the shapes: (2, 4) and (3, 4). Which way do they fit?
Family: orientation
Fails: test_Dense_backward_W, test_Dense_backward_X, test_Dense_backward_b, test_Dense_kinds,
test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W, self.X.T @ dA, np.sum(dA, axis=0)
