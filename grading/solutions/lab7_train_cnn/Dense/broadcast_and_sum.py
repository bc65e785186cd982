"""All products at once in a cube (N, D, K), summed over one axis each time."""


class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X.copy(), W.copy()
        return (X[:, :, None] * W).sum(axis=1) + b

    def backward(self, dA):
        cube = np.asarray(dA, dtype=np.float64)[:, None, :]
        dX = (cube * self.W).sum(axis=2)
        dW = (cube * self.X[:, :, None]).sum(axis=0)
        return dX, dW, cube.sum(axis=(0, 1))
