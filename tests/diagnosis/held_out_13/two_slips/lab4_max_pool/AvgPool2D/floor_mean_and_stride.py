# The mean of integers is rounded down with //, and backward divides by stride**2 instead of size**2.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        N, C, H, W = X.shape
        self.in_shape = X.shape
        k, s = self.size, self.stride
        out = []
        for i in range(0, H - k + 1, s):
            for j in range(0, W - k + 1, s):
                block = X[:, :, i : i + k, j : j + k].sum(axis=(2, 3))
                out.append(block // (k * k) if X.dtype.kind == "i" else block / (k * k))
        return np.stack(out, axis=-1).reshape(N, C, (H - k) // s + 1, (W - k) // s + 1)

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.in_shape)
        share = dZ / s**2
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s : i * s + k, j * s : j * s + k] += share[:, :, i : i + 1, j : j + 1]
        return dX
