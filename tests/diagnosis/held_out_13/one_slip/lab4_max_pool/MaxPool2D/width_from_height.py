# The number of output columns is computed from the height of the image.
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
        n_out = (H - self.size) // self.stride + 1
        self.shape = X.shape
        self.where = {}
        Z = np.empty((N, C, n_out, n_out), dtype=X.dtype)
        for n, c, i, j in np.ndindex(Z.shape):
            r, q = i * self.stride, j * self.stride
            win = X[n, c, r : r + self.size, q : q + self.size]
            a, b = divmod(int(win.argmax()), win.shape[1])
            self.where[n, c, i, j] = (n, c, r + a, q + b)
            Z[n, c, i, j] = win[a, b]
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for out, place in self.where.items():
            dX[place] += dZ[out]
        return dX
