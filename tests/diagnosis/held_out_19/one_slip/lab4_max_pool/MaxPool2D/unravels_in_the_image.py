# the place in the window is unravelled with the image's shape instead of the window's
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = np.array(X)
        k, s = self.size, self.stride
        windows = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))
        return windows[:, :, ::s, ::s].max(axis=(4, 5))

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for n, c, i, j in np.ndindex(*dZ.shape):
            patch = self.X[n, c, i * s:i * s + k, j * s:j * s + k]
            r, q = np.unravel_index(np.argmax(patch), self.X.shape[2:])
            dX[n, c, i * s + r, j * s + q] += dZ[n, c, i, j]
        return dX
