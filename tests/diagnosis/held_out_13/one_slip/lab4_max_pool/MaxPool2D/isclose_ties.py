# Compares with np.isclose, so that nearly tied pixels share a gradient that belongs to one of them.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        view = np.lib.stride_tricks.sliding_window_view(X, (self.size, self.size), axis=(2, 3))
        view = view[:, :, :: self.stride, :: self.stride]
        Z = view.max(axis=(4, 5))
        winners = np.isclose(view, Z[..., None, None])
        self.shares = winners / winners.sum(axis=(4, 5), keepdims=True)
        self.shape = X.shape
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        Ho, Wo = dZ.shape[2:]
        s = self.stride
        for u in range(self.size):
            for v in range(self.size):
                dX[:, :, u : u + s * (Ho - 1) + 1 : s, v : v + s * (Wo - 1) + 1 : s] += (
                    dZ * self.shares[..., u, v]
                )
        return dX
