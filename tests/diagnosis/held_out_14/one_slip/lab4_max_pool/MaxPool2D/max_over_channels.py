# the maximum is taken over the channels as well, so every channel of the output holds the largest number of all channels (the gradient goes to each channel's own winner)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        k, s = self.size, self.stride
        rows = range(0, X.shape[2] - k + 1, s)
        cols = range(0, X.shape[3] - k + 1, s)
        Z = np.zeros(X.shape[:2] + (len(rows), len(cols)))
        for i, r in enumerate(rows):
            for j, c in enumerate(cols):
                Z[:, :, i, j] = X[:, :, r:r + k, c:c + k].max(axis=(1, 2, 3))[:, None]
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for n, ch, i, j in np.ndindex(dZ.shape):
            win = self.X[n, ch, i * s:i * s + k, j * s:j * s + k]
            r, c = np.unravel_index(win.argmax(), win.shape)
            dX[n, ch, i * s + r, j * s + c] += dZ[n, ch, i, j]
        return dX
