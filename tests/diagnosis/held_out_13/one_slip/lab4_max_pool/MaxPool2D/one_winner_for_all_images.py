# The place of the winner is looked up in the first image only and used for all images and channels.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        self.X = X
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        out = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].max(axis=(2, 3))
        return out

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                window = self.X[0, 0, i * s : i * s + k, j * s : j * s + k]
                u, v = np.unravel_index(np.argmax(window), window.shape)
                dX[:, :, i * s + u, j * s + v] += dZ[:, :, i, j]
        return dX
