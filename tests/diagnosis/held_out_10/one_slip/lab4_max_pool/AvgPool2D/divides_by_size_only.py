# The sum of a window is divided by size, not by size times size, both ways.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        V = np.lib.stride_tricks.sliding_window_view(X, (self.size,) * 2, axis=(2, 3))
        return V[:, :, ::self.stride, ::self.stride].sum(axis=(4, 5)) / self.size

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                r, c = i * self.stride, j * self.stride
                dX[:, :, r:r + self.size, c:c + self.size] += dZ[:, :, i:i + 1, j:j + 1] / self.size
        return dX
