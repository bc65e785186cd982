# Windows that hang over the edge count too (the size is rounded up), and the winners are compared with the largest number of the whole batch's window.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        self.X = X * 1.0
        Ho = -(-(H - k) // s) + 1
        Wo = -(-(W - k) // s) + 1
        Z = np.zeros((N, C, Ho, Wo), X.dtype)
        for i in range(Ho):
            for j in range(Wo):
                part = X[:, :, i * s : min(i * s + k, H), j * s : min(j * s + k, W)]
                if part.size:
                    Z[:, :, i, j] = part.max((2, 3))
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                part = self.X[:, :, i * s : i * s + k, j * s : j * s + k]
                mask = part == part.max()
                dX[:, :, i * s : i * s + k, j * s : j * s + k] += mask * dZ[:, :, i, j, None, None]
        return dX
