# dX is made in forward and added to in backward, so that a second backward doubles it.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        self.dX = np.zeros((N, C, H, W))
        rows = range(0, H - k + 1, s)
        cols = range(0, W - k + 1, s)
        self.arg = np.zeros((N, C, len(rows), len(cols)), dtype=int)
        Z = np.zeros(self.arg.shape, dtype=X.dtype)
        for i, r in enumerate(rows):
            for j, q in enumerate(cols):
                flat = X[:, :, r : r + k, q : q + k].reshape(N, C, k * k)
                self.arg[:, :, i, j] = flat.argmax(axis=-1)
                Z[:, :, i, j] = flat.max(axis=-1)
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        for n, c, i, j in np.ndindex(self.arg.shape):
            p = self.arg[n, c, i, j]
            self.dX[n, c, i * s + p // k, j * s + p % k] += dZ[n, c, i, j]
        return self.dX.copy()
