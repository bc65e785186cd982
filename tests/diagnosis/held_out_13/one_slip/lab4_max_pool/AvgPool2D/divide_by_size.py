# Divides by the size of the window instead of by size * size.
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
        self.shape = X.shape
        k, s = self.size, self.stride
        Ho, Wo = (H - k) // s + 1, (W - k) // s + 1
        total = np.zeros((N, C, Ho, Wo))
        for a in range(k):
            for b in range(k):
                total += X[:, :, a : a + s * Ho : s, b : b + s * Wo : s]
        return total / k

    def backward(self, dZ):
        k, s = self.size, self.stride
        Ho, Wo = dZ.shape[2:]
        dX = np.zeros(self.shape)
        for a in range(k):
            for b in range(k):
                dX[:, :, a : a + s * Ho : s, b : b + s * Wo : s] += dZ / k
        return dX
