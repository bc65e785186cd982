"""A view of all windows, argmax, add.at."""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, X):
        k, s = self.size, self.stride
        windows = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        flat = windows.reshape(*windows.shape[:4], -1)
        row, column = np.divmod(flat.argmax(axis=4), k)
        n, c, i, j = np.indices(row.shape)
        self.shape, self.places = X.shape, (n, c, s * i + row, s * j + column)
        return X[self.places]

    def backward(self, dout):
        dX = np.zeros(self.shape)
        np.add.at(dX, self.places, dout)
        return dX
