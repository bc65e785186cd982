"""Idea: Tied winners share: divide each window's mask by how many winners there are.
Hint: Whose winners does .sum() without an axis count? Try two images, a tie in the first alone.
Family: batch
Fails: test_MaxPool2D_ties
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.X, k, s = X, self.size, self.stride
        N, C, H, W = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), dtype=X.dtype)
        for i, j in np.ndindex(Z.shape[2:]):
            Z[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].max(axis=(2, 3))
        return Z

    def backward(self, dZ):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        N, C = dZ.shape[:2]
        for i, j in np.ndindex(dZ.shape[2:]):
            window = self.X[:, :, i * s : i * s + k, j * s : j * s + k]
            mask = window == window.max(axis=(2, 3), keepdims=True)
            shares = mask * (N * C / mask.sum())  # so many windows, so many winners in all
            dX[:, :, i * s : i * s + k, j * s : j * s + k] += shares * dZ[:, :, i, j, None, None]
        return dX
