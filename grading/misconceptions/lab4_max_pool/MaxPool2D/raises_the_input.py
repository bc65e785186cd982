"""Idea: A slice of X is a copy, and mine to write into.
Hint: What does X look like afterwards? A slice shares its memory.
Family: memory
Fails: test_MaxPool2D_layer
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.X, k, s = np.array(X), self.size, self.stride
        H, W = X.shape[2:]
        Z = X[:, :, : H - k + 1 : s, : W - k + 1 : s]
        for a, b in np.ndindex(k, k):
            np.maximum(Z, self.X[:, :, a : H - k + a + 1 : s, b : W - k + b + 1 : s], out=Z)
        return Z.copy()

    def backward(self, dout):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            a, b = np.unravel_index(window.argmax(), window.shape)
            dX[n, c, i * s + a, j * s + b] += dout[n, c, i, j]
        return dX
