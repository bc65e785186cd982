"""Idea: The gradient of X is dA times W, brought into the shape that fits.
Hint: Sum over the outputs k: which axis of W is that?
Family: orientation
Fails: test_Dense_backward_X, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return (
            np.resize(dA @ np.resize(self.W, self.W.T.shape), self.X.shape),
            self.X.T @ dA,
            np.sum(dA, axis=0),
        )
