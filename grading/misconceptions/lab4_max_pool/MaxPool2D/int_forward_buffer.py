"""Idea: Pixels are whole numbers, so the result is an array of whole numbers.
Hint: Pixels are converted to floats before use. What becomes of 0.7 in your result?
Family: number types
Fails: test_MaxPool2D_batch, test_MaxPool2D_wide, test_MaxPool2D_stride, test_MaxPool2D_leftover,
    test_MaxPool2D_together, test_MaxPool2D_kinds, test_MaxPool2D_layer
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.X, k, s = X, self.size, self.stride
        N, C, H, W = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), dtype=np.int64)
        for n, c, i, j in np.ndindex(Z.shape):
            Z[n, c, i, j] = X[n, c, i * s : i * s + k, j * s : j * s + k].max()
        return Z

    def backward(self, dout):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            a, b = np.unravel_index(window.argmax(), window.shape)
            dX[n, c, i * s + a, j * s + b] += dout[n, c, i, j]
        return dX
