# the output has the dtype of X, so the means of integers lose their fractions
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.dims = X.shape
        rows = range(0, X.shape[2] - self.size + 1, self.stride)
        cols = range(0, X.shape[3] - self.size + 1, self.stride)
        Z = np.zeros_like(X, shape=(X.shape[0], X.shape[1], len(rows), len(cols)))
        for i, r in enumerate(rows):
            for j, c in enumerate(cols):
                Z[:, :, i, j] = np.mean(X[:, :, r : r + self.size, c : c + self.size], axis=(2, 3))
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.dims)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                r, c = i * self.stride, j * self.stride
                piece = dZ[:, :, i : i + 1, j : j + 1] / self.size**2
                dX[:, :, r : r + self.size, c : c + self.size] += piece
        return dX
