# Writes the means into an array of X's dtype: ints are cut off.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        N, C, H, W = X.shape
        self.memory = (N, C, H, W)
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), dtype=X.dtype)
        for a in range(k):
            for c in range(k):
                Z += (X[:, :, a:H - k + a + 1:s, c:W - k + c + 1:s] / k ** 2).astype(X.dtype)
        return Z

    def backward(self, dout):
        k, s = self.size, self.stride
        N, C, H, W = self.memory
        dX = np.zeros(self.memory)
        for a in range(k):
            for c in range(k):
                dX[:, :, a:H - k + a + 1:s, c:W - k + c + 1:s] += dout / k ** 2
        return dX
