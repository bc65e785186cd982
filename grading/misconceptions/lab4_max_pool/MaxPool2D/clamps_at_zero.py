"""Idea: The largest of a window is at least 0.
Hint: A window may be below zero everywhere. What is its largest entry then?
Family: special values
Fails: test_MaxPool2D_together, test_MaxPool2D_stride
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.X, k, s = X, self.size, self.stride
        N, C, H, W = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), dtype=X.dtype)
        for a in range(k):
            for b in range(k):
                np.maximum(Z, X[:, :, a : H - k + a + 1 : s, b : W - k + b + 1 : s], out=Z)
        return Z

    def backward(self, dout):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            a, b = np.unravel_index(window.argmax(), window.shape)
            dX[n, c, i * s + a, j * s + b] += dout[n, c, i, j]
        return dX
