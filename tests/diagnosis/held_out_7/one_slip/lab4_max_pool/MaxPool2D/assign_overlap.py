# where windows overlap the gradient is assigned instead of added
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        self.shape = X.shape
        ho, wo = (H - self.size) // self.stride + 1, (W - self.size) // self.stride + 1
        out = np.zeros((N, C, ho, wo))
        self.rows = np.zeros(out.shape, dtype=int)
        self.cols = np.zeros(out.shape, dtype=int)
        for n, c, i, j in np.ndindex(out.shape):
            y, x = i * self.stride, j * self.stride
            block = X[n, c, y : y + self.size, x : x + self.size]
            a, b = np.unravel_index(block.argmax(), block.shape)
            self.rows[n, c, i, j], self.cols[n, c, i, j] = y + a, x + b
            out[n, c, i, j] = block[a, b]
        return out

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            dX[n, c, self.rows[n, c, i, j], self.cols[n, c, i, j]] = dZ[n, c, i, j]
        return dX
