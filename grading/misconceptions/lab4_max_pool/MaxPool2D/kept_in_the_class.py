"""Idea: One place is enough to remember what forward has found.
Hint: A network has several such layers. Whose winners stand there when backward is called? The
    class, a global and a default argument are there once, for all of them.
Family: state
Fails: test_MaxPool2D_layer
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        MaxPool2D.X, k, s = X, self.size, self.stride
        N, C, H, W = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), dtype=X.dtype)
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
