# on the way back each entry's sum is divided by the number of windows that cover it, so overlapping shares are averaged instead of added
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        v = np.lib.stride_tricks.sliding_window_view(X, (self.size, self.size), axis=(2, 3))
        return v[:, :, ::self.stride, ::self.stride].mean(axis=(4, 5))

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX, count = np.zeros(self.shape), np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                at = np.s_[:, :, i * s:i * s + k, j * s:j * s + k]
                dX[at] += dZ[:, :, i, j, None, None] / k ** 2
                count[at] += 1
        return dX / np.maximum(count, 1)
