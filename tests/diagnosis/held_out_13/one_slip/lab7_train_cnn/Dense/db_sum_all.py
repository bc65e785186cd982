# db is the sum over rows and outputs, the same number for every bias.
class Dense(Layer):
    def forward(self, X, W, b):
        if np.ndim(X) != 2 or np.shape(W)[:1] != X.shape[1:] or np.shape(W)[1:] != np.shape(b):
            raise ValueError(
                f"Expected (N, D), (D, K), (K,), got {np.shape(X)}, {np.shape(W)}, {np.shape(b)}."
            )
        self.memory = (X, W, b.shape)
        return np.einsum("nd,dk->nk", X, W) + b[None, :]

    def backward(self, dA):
        X, W, b_shape = self.memory
        g = dA.astype(np.float64)
        dX = np.einsum("nk,dk->nd", g, W)
        dW = np.einsum("nd,nk->dk", X, g)
        db = np.full(b_shape, g.sum())
        return dX, dW, db
