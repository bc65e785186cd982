"""Idea: The stride says how many rows to go down.
Hint: And how many columns to the right? A window moves in two directions.
Family: stride
Fails: test_MaxPool2D, test_MaxPool2D_batch, test_MaxPool2D_wide, test_MaxPool2D_stride,
    test_MaxPool2D_leftover, test_MaxPool2D_backward, test_MaxPool2D_backward_wide,
    test_MaxPool2D_upstream, test_MaxPool2D_overlap, test_MaxPool2D_gaps, test_MaxPool2D_ties,
    test_MaxPool2D_together, test_MaxPool2D_kinds, test_MaxPool2D_layer
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.X, k, s = X, self.size, self.stride
        N, C, H, W = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, W - k + 1), dtype=X.dtype)
        for n, c, i, j in np.ndindex(Z.shape):
            Z[n, c, i, j] = X[n, c, i * s : i * s + k, j : j + k].max()
        return Z

    def backward(self, dout):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.X[n, c, i * s : i * s + k, j : j + k]
            a, b = np.unravel_index(window.argmax(), window.shape)
            dX[n, c, i * s + a, j + b] += dout[n, c, i, j]
        return dX
