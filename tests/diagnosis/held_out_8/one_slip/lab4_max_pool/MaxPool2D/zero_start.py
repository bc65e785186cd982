# The running maximum starts at 0.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride if stride is not None else size

    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        Ho, Wo = (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, C, Ho, Wo), dtype=X.dtype)
        self.arg = np.zeros((N, C, Ho, Wo, 2), dtype=int)
        self.shape = X.shape
        for n in range(N):
            for c in range(C):
                for i in range(Ho):
                    for j in range(Wo):
                        best = 0
                        where = (i * s, j * s)
                        for u in range(i * s, i * s + k):
                            for v in range(j * s, j * s + k):
                                if X[n, c, u, v] > best:
                                    best, where = X[n, c, u, v], (u, v)
                        out[n, c, i, j] = best
                        self.arg[n, c, i, j] = where
        return out

    def backward(self, dout):
        dX = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(*dout.shape):
            u, v = self.arg[n, c, i, j]
            dX[n, c, u, v] += dout[n, c, i, j]
        return dX
