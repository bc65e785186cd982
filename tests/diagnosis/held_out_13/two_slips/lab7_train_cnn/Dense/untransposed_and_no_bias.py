# dW is transposed, (K, D) instead of (D, K), and the bias is never added in forward.
class Dense(Layer):
    def forward(self, X, W, b):
        if np.ndim(X) != 2 or np.shape(W)[:1] != X.shape[1:] or np.shape(W)[1:] != np.shape(b):
            raise ValueError(
                f"Expected (N, D), (D, K), (K,), got {np.shape(X)}, {np.shape(W)}, {np.shape(b)}."
            )
        self.X, self.W = X, W
        return X @ W

    def backward(self, dA):
        dA = dA.astype(np.float64)
        dX = dA @ self.W.T
        dW = dA.T @ self.X
        db = dA.sum(axis=0)
        return dX, dW, db
