# The means are kept in the type of X, so those of whole numbers lose their fraction.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = self.shape = X.shape
        s, t = self.size, self.stride
        Z = np.zeros((N, C, (H - s) // t + 1, (W - s) // t + 1), dtype=X.dtype)
        for i, j in np.ndindex(Z.shape[2:]):
            Z[:, :, i, j] = X[:, :, i * t:i * t + s, j * t:j * t + s].mean(axis=(2, 3))
        return Z

    def backward(self, dZ):
        s, t = self.size, self.stride
        dX = np.zeros(self.shape)
        for i, j in np.ndindex(dZ.shape[2:]):
            dX[:, :, i * t:i * t + s, j * t:j * t + s] += dZ[:, :, i, j, None, None] / s**2
        return dX
