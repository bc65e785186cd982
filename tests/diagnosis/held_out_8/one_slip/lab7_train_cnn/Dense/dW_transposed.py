# dW = dA.T @ X: the transpose.
class Dense(Layer):
    def forward(self, X, W, b):
        self.cache = X, W
        out = X @ W
        out = out + b[None]
        return out

    def backward(self, dA):
        X, W = self.cache
        dW = np.einsum('nd,nk->kd', X, dA, dtype=float)
        dX = np.einsum('nk,dk->nd', dA, W, dtype=float)
        return dX, dW, np.einsum('nk->k', dA).astype(float)
