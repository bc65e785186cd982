"""Idea: I may divide what came in as dout in its place.
Hint: Whose array is it? reshape, ravel and transpose may hand you its own memory, as with one image
    of one channel: np.shares_memory can tell.
Family: memory
Fails: test_AvgPool2D_layer
"""


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        N, C, H, W = self.shape = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i, j in np.ndindex(Z.shape[2:]):
            Z[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].mean(axis=(2, 3))
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        flat = np.asarray(dZ, dtype=np.float64).transpose(2, 3, 0, 1).ravel()
        flat /= k * k
        shares = flat.reshape(*dZ.shape[2:], *dZ.shape[:2])
        for i, j in np.ndindex(dZ.shape[2:]):
            dX[:, :, i * s : i * s + k, j * s : j * s + k] += shares[i, j][:, :, None, None]
        return dX
