# right: loops over the places in the window with a running maximum and remembers the tap that won, last one at ties.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def _tap(self, u, v):
        s = self.stride
        return np.s_[..., u : u + s * (self.out[0] - 1) + 1 : s, v : v + s * (self.out[1] - 1) + 1 : s]

    def forward(self, X):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        self.in_shape = X.shape
        self.out = tuple((n - self.size) // self.stride + 1 for n in X.shape[2:])
        Z = X[self._tap(0, 0)].copy()
        self.winner = np.zeros(Z.shape, dtype=int)
        for p in range(1, self.size**2):
            here = X[self._tap(*divmod(p, self.size))]
            beats = here >= Z
            Z[beats] = here[beats]
            self.winner[beats] = p
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.in_shape)
        for p in range(self.size**2):
            dX[self._tap(*divmod(p, self.size))] += (self.winner == p) * dZ
        return dX
