# On the way back everybody gets the whole upstream gradient, it is not divided by the number of pixels.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        self.X_shape = X.shape
        windows = np.lib.stride_tricks.sliding_window_view(X, (self.size, self.size), (2, 3))
        return windows[:, :, :: self.stride, :: self.stride].mean(axis=(-1, -2))

    def backward(self, dZ):
        dX = np.zeros(self.X_shape)
        for (n, c, i, j), g in np.ndenumerate(dZ):
            top, left = i * self.stride, j * self.stride
            dX[n, c, top : top + self.size, left : left + self.size] += g
        return dX
