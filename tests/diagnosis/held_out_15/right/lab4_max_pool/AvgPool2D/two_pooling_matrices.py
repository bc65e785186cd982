# Right: pooling is linear, rows @ X @ columns.T with two matrices of shares; backward uses them transposed.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def shares(self, n):
        starts = range(0, n - self.size + 1, self.stride)
        return np.array([[1 / self.size if s <= i < s + self.size else 0.0 for i in range(n)] for s in starts])

    def forward(self, X):
        self.rows, self.columns = self.shares(X.shape[2]), self.shares(X.shape[3])
        return self.rows @ X @ self.columns.T

    def backward(self, dZ):
        return self.rows.T @ dZ @ self.columns
