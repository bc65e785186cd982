"""Idea: With a single row, db is that row of dA.
Hint: Its numbers, yes. But dA[0] is a view of dA: who changes db then changes dA.
Family: memory
Fails: test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return np.asarray(X) @ W + b

    def backward(self, dA):
        X, W = np.asarray(self.X, float), np.asarray(self.W, float)
        db = dA[0] if len(dA) == 1 else np.sum(dA, axis=0, dtype=np.float64)
        return dA @ W.T, X.T @ dA, db
