"""Idea: Weights are what we are after, so their gradients come first.
Hint: In the order of forward's arguments.
Family: form
Fails: test_Dense_backward_W, test_Dense_backward_X, test_Dense_backward_b, test_Dense_kinds,
test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return self.X.T @ dA, np.sum(dA, axis=0), dA @ self.W.T
