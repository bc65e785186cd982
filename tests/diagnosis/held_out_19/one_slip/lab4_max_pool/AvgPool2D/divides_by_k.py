# the way back divides by k instead of k*k
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k = size
        self.s = size if stride is None else stride

    def _corners(self, H, W):
        return [
            (i, j, i * self.s, j * self.s)
            for i in range((H - self.k) // self.s + 1)
            for j in range((W - self.k) // self.s + 1)
        ]

    def forward(self, X):
        self.shape = X.shape
        H, W = X.shape[2:]
        Z = np.zeros(X.shape[:2] + ((H - self.k) // self.s + 1, (W - self.k) // self.s + 1))
        for i, j, y, x in self._corners(H, W):
            Z[:, :, i, j] = X[:, :, y:y + self.k, x:x + self.k].mean(axis=(2, 3))
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for i, j, y, x in self._corners(*self.shape[2:]):
            dX[:, :, y:y + self.k, x:x + self.k] += dZ[:, :, i, j][:, :, None, None] / self.k
        return dX
