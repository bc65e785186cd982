"""Idea: Gradients come by name.
Hint: That was so for functions. A layer returns a tuple.
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
        return {"X": dA @ self.W.T, "W": self.X.T @ dA, "b": np.sum(dA, axis=0)}
