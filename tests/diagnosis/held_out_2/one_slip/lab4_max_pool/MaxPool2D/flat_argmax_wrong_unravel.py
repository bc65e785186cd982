# wrong: the flat place of the maximum is divided by the number of rows of the image, not by the window's width
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k, self.s = size, size if stride is None else stride

    def forward(self, X):
        self.X = X
        N, C, H, W = X.shape
        self.h, self.v = (H - self.k) // self.s + 1, (W - self.k) // self.s + 1
        out = np.empty((N, C, self.h, self.v), dtype=X.dtype)
        for i in range(self.h):
            for j in range(self.v):
                out[:, :, i, j] = X[:, :, i * self.s:i * self.s + self.k, j * self.s:j * self.s + self.k].max(axis=(2, 3))
        return out

    def backward(self, dout):
        dX = np.zeros(self.X.shape)
        N, C = self.X.shape[:2]
        for n, c, i, j in np.ndindex(N, C, self.h, self.v):
            win = self.X[n, c, i * self.s:i * self.s + self.k, j * self.s:j * self.s + self.k]
            m = win.argmax()
            dX[n, c, i * self.s + m % self.k, j * self.s + m // self.k] += dout[n, c, i, j]
        return dX
