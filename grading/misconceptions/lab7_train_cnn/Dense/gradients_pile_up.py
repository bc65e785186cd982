"""Idea: Gradients are collected over the calls.
Hint: Two backwards in a row must give the same answer.
Family: state
Fails: test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        self.dW = np.zeros(W.shape)
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        self.dW = self.dW + self.X.T @ dA
        return dA @ self.W.T, self.dW, np.sum(dA, axis=0)
