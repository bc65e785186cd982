"""Idea: Stretch the upstream gradient by the size, and keep it where the maxima are.
Hint: Does entry (i, j) belong to one window only, and to window (i // k, j // k)?
Family: stride
Fails: test_MaxPool2D_overlap, test_MaxPool2D_gaps, test_MaxPool2D_together
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
        dX, k = np.zeros(self.X.shape), self.size
        z = self.forward(self.X)
        wide_z, wide = np.kron(z, np.ones((k, k))), np.kron(dout, np.ones((k, k)))
        H, W = min(self.X.shape[2], wide.shape[2]), min(self.X.shape[3], wide.shape[3])
        mask = self.X[:, :, :H, :W] == wide_z[:, :, :H, :W]
        count = np.zeros(z.shape)
        for i, j in np.ndindex(z.shape[2:]):
            block = mask[:, :, i * k : i * k + k, j * k : j * k + k]
            count[:, :, i, j] = np.maximum(block.sum(axis=(2, 3)), 1)
        shares = (wide / np.kron(count, np.ones((k, k))))[:, :, :H, :W]
        dX[:, :, :H, :W] = mask * shares
        return dX
