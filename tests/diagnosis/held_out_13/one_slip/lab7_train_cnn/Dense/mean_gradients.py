# dW and db are divided by the number of rows, as in a course where the cost's mean is taken there.
class Dense(Layer):
    def forward(self, X, W, b):
        if np.ndim(X) != 2 or np.shape(W)[:1] != X.shape[1:] or np.shape(W)[1:] != np.shape(b):
            raise ValueError(
                f"Expected (N, D), (D, K), (K,), got {np.shape(X)}, {np.shape(W)}, {np.shape(b)}."
            )
        self.X, self.W = X, W
        return np.dot(X, W) + b

    def backward(self, dA):
        m = len(self.X)
        dA = np.asarray(dA, dtype=np.float64)
        dW = self.X.T.dot(dA) / m
        db = np.mean(dA, axis=0)
        return dA.dot(self.W.T), dW, db
