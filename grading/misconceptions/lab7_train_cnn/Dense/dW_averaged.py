"""Idea: A batch's gradient is the mean over its rows.
Hint: The mean is the loss layer's business. Here a gradient is a sum over uses.
Family: batch
Fails: test_Dense_backward_W, test_Dense_kinds, test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, self.X.T @ dA / len(dA), np.sum(dA, axis=0)
