# the number of output columns is computed from the height
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        self.X, k, s = X, self.size, self.stride
        self.ho = (H - k) // s + 1
        self.wo = (H - k) // s + 1
        Z = np.zeros((N, C, self.ho, self.wo))
        for i in range(self.ho):
            for j in range(self.wo):
                part = X[:, :, i * s : i * s + k, j * s : j * s + k]
                Z[:, :, i, j] = np.max(part, axis=(2, 3))
        return Z

    def backward(self, dZ):
        N, C, H, W = self.X.shape
        k, s = self.size, self.stride
        dX = np.zeros((N, C, H, W))
        for n in range(N):
            for c in range(C):
                for i in range(self.ho):
                    for j in range(self.wo):
                        w = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
                        r, q = divmod(int(np.argmax(w)), w.shape[1])
                        dX[n, c, i * s + r, j * s + q] += dZ[n, c, i, j]
        return dX
