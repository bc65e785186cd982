# the mean is taken over the non-zero entries of a window only (divides by how many are not zero), wrong where a pixel is 0
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, X):
        self.shape = X.shape
        k, s = self.size, self.stride
        win = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        count = (win != 0).sum(axis=(4, 5))
        return win.sum(axis=(4, 5)) / np.maximum(count, 1)

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i, j in np.ndindex(*dZ.shape[2:]):
            dX[:, :, i * s:i * s + k, j * s:j * s + k] += (dZ[:, :, i, j] / k ** 2)[:, :, None, None]
        return dX
