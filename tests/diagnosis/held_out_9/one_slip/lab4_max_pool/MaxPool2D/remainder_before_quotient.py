# Row and column of the winner are taken the wrong way round: argmax % k as row, // k as column.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k = size
        self.s = size if stride is None else stride

    def forward(self, X):
        self.X = X
        N, C, H, W = X.shape
        k, s = self.k, self.s
        self.oh, self.ow = (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, C, self.oh, self.ow))
        for i in range(self.oh):
            for j in range(self.ow):
                out[:, :, i, j] = X[:, :, i * s:i * s + k, j * s:j * s + k].max(axis=(2, 3))
        return out

    def backward(self, dZ):
        k, s = self.k, self.s
        dX = np.zeros(self.X.shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            win = self.X[n, c, i * s:i * s + k, j * s:j * s + k]
            a = int(win.argmax())
            dX[n, c, i * s + a % k, j * s + a // k] += dZ[n, c, i, j]
        return dX
