# wrong: dW is transposed, (K, D)
class Dense(Layer):
    def forward(self, X, W, b):
        self.saved = X, W
        return X @ W + b

    def backward(self, dA):
        X, W = self.saved
        dA = dA.astype(np.float64)
        dX = np.einsum("nk,dk->nd", dA, W)
        dW = np.einsum("nk,nd->kd", dA, X)
        db = np.einsum("nk->k", dA)
        return dX, dW, db
