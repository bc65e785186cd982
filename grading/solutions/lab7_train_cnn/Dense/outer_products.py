"""One outer product for each row."""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = np.array(X, dtype=float), np.array(W, dtype=float)
        return np.tensordot(self.X, self.W, axes=1) + np.broadcast_to(b, (len(X), len(b)))

    def backward(self, dA):
        dA = np.array(dA, dtype=float, order="F")
        dW = sum(np.outer(x, g) for x, g in zip(self.X, dA, strict=True))
        return np.stack([self.W @ g for g in dA]), dW, np.ones(len(dA)) @ dA
