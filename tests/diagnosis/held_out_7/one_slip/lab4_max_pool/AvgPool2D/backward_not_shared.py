# every pixel of a window gets the whole upstream gradient
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.in_shape = X.shape
        windows = np.lib.stride_tricks.sliding_window_view(X, (self.size, self.size), axis=(2, 3))
        return windows[:, :, :: self.stride, :: self.stride].mean(axis=(-1, -2))

    def backward(self, dZ):
        dX = np.zeros(self.in_shape)
        n = self.size
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                y, x = i * self.stride, j * self.stride
                dX[:, :, y : y + n, x : x + n] += dZ[:, :, i, j][:, :, None, None]
        return dX
