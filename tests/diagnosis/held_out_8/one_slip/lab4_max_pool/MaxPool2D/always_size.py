# The stride that was given is not used: it is always the size.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size

    def forward(self, X):
        self.X = X.copy()
        N, C, H, W = X.shape
        f, s = self.size, self.stride
        h, w = 1 + (H - f) // s, 1 + (W - f) // s
        y = np.empty((N, C, h, w), dtype=X.dtype)
        for i in range(h):
            for j in range(w):
                y[:, :, i, j] = X[:, :, i * s:i * s + f, j * s:j * s + f].max(axis=(2, 3))
        return y

    def backward(self, dout):
        f, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for n, c, i, j in np.ndindex(dout.shape):
            w = self.X[n, c, i * s:i * s + f, j * s:j * s + f]
            u, v = np.unravel_index(np.argmax(w), w.shape)
            dX[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
        return dX
