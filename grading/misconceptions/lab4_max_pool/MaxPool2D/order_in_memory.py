"""Idea: Entries lie in memory in the order of their indices.
Hint: Not in a transposed array. ravel('K') and nditer follow the memory: which order does your
    index count in?
Family: axes
Fails: test_MaxPool2D_kinds
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.X, k, s = X, self.size, self.stride
        N, C, H, W = X.shape
        flat, Z = X.ravel("K"), np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), dtype=X.dtype)
        for n, c, i, j in np.ndindex(Z.shape):
            first = ((n * C + c) * H + i * s) * W + j * s
            Z[n, c, i, j] = max(flat[first + a * W + b] for a in range(k) for b in range(k))
        return Z

    def backward(self, dout):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            a, b = np.unravel_index(window.argmax(), window.shape)
            dX[n, c, i * s + a, j * s + b] += dout[n, c, i, j]
        return dX
