"""Idea: Pad with zeros until all windows fit.
Hint: There is no padding in this layer. How many rows of windows does the formula give?
Family: padding
Fails: test_MaxPool2D_leftover, test_MaxPool2D_together
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        missing = [-(n - k) % s for n in X.shape[2:]]
        self.X = np.pad(X, ((0, 0), (0, 0), (0, missing[0]), (0, missing[1])))
        self.shape = X.shape
        windows = np.lib.stride_tricks.sliding_window_view(self.X, (k, k), axis=(2, 3))
        return windows[:, :, ::s, ::s].max(axis=(4, 5))

    def backward(self, dout):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            a, b = np.unravel_index(window.argmax(), window.shape)
            dX[n, c, i * s + a, j * s + b] += dout[n, c, i, j]
        return dX[:, :, : self.shape[2], : self.shape[3]]
