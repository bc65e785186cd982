"""Idea: What is almost equal is tied.
Hint: The maximum is one of the entries, to the last bit. Does a nudge of the second best matter?
    np.isclose takes both.
Family: special values
Fails: test_MaxPool2D_ties
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.X, k, s = X, self.size, self.stride
        N, C, H, W = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), dtype=X.dtype)
        for n, c, i, j in np.ndindex(Z.shape):
            Z[n, c, i, j] = X[n, c, i * s : i * s + k, j * s : j * s + k].max()
        return Z

    def backward(self, dout):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            mask = np.isclose(window, window.max())
            dX[n, c, i * s : i * s + k, j * s : j * s + k] += mask / mask.sum() * dout[n, c, i, j]
        return dX
