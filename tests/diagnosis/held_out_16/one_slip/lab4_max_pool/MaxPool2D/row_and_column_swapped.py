# the place p in the window is taken apart as row p % k, column p // k: row and column of the winner are swapped on the way back
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        self.shape = X.shape
        Ho, Wo = (H - k) // s + 1, (W - k) // s + 1
        Z = np.zeros((N, C, Ho, Wo), dtype=X.dtype)
        self.arg = np.zeros((N, C, Ho, Wo), dtype=int)
        for i in range(Ho):
            for j in range(Wo):
                window = X[:, :, i * s : i * s + k, j * s : j * s + k].reshape(N, C, -1)
                self.arg[:, :, i, j] = window.argmax(axis=2)
                Z[:, :, i, j] = window.max(axis=2)
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        k, s = self.size, self.stride
        for n, c, i, j in np.ndindex(dZ.shape):
            p = self.arg[n, c, i, j]
            dX[n, c, i * s + p % k, j * s + p // k] += dZ[n, c, i, j]
        return dX
