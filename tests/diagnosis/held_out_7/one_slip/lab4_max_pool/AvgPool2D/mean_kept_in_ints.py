# the means are stored in an array of the input's dtype
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X_shape = X.shape
        N, C, H, W = X.shape
        h = (H - self.size) // self.stride + 1
        v = (W - self.size) // self.stride + 1
        Z = np.zeros((N, C, h, v), dtype=X.dtype)
        for i in range(h):
            for j in range(v):
                r, c = i * self.stride, j * self.stride
                Z[:, :, i, j] = np.mean(X[:, :, r : r + self.size, c : c + self.size], axis=(2, 3))
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.X_shape)
        share = dZ / self.size**2
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                r, c = i * self.stride, j * self.stride
                dX[:, :, r : r + self.size, c : c + self.size] += share[:, :, i, j, None, None]
        return dX
