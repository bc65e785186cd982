# One window too few in each direction: the + 1 is missing.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.in_shape = X.shape
        n_rows = (X.shape[2] - self.size) // self.stride
        n_cols = (X.shape[3] - self.size) // self.stride
        out = np.zeros((X.shape[0], X.shape[1], n_rows, n_cols))
        for r in range(n_rows):
            for c in range(n_cols):
                y, x = r * self.stride, c * self.stride
                out[:, :, r, c] = np.average(X[:, :, y:y + self.size, x:x + self.size], axis=(2, 3))
        return out

    def backward(self, dout):
        dX = np.zeros(self.in_shape)
        part = dout / self.size ** 2
        for r in range(dout.shape[2]):
            for c in range(dout.shape[3]):
                y, x = r * self.stride, c * self.stride
                dX[:, :, y:y + self.size, x:x + self.size] += part[:, :, r:r + 1, c:c + 1]
        return dX
