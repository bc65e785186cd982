# Divides the sum of a window by k*k with //, so the mean is rounded down to a whole number.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        self.in_shape = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i in range(Z.shape[2]):
            for j in range(Z.shape[3]):
                Z[:, :, i, j] = X[:, :, i * s:i * s + k, j * s:j * s + k].sum(axis=(2, 3)) // k ** 2
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.in_shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s:i * s + k, j * s:j * s + k] += dZ[:, :, i:i + 1, j:j + 1] / k ** 2
        return dX
