# in a window with a tie every tied pixel gets the full gradient
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), dtype=X.dtype)
        for i in range(Z.shape[2]):
            for j in range(Z.shape[3]):
                Z[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].max(axis=(2, 3))
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                win = self.X[:, :, i * s : i * s + k, j * s : j * s + k]
                hit = win == win.max(axis=(2, 3), keepdims=True)
                dX[:, :, i * s : i * s + k, j * s : j * s + k] += hit * dZ[:, :, i : i + 1, j : j + 1]
        return dX
