# wrong: the upstream gradient is ignored (1 at the winners); = for += where windows overlap
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def windows(self, X):
        k, s = self.size, self.stride
        for y, i in enumerate(range(0, X.shape[2] - k + 1, s)):
            for x, j in enumerate(range(0, X.shape[3] - k + 1, s)):
                yield y, x, i, j

    def forward(self, X):
        self.X = X.copy()
        k, s = self.size, self.stride
        N, C, H, W = X.shape
        out = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), X.dtype)
        for y, x, i, j in self.windows(X):
            out[:, :, y, x] = X[:, :, i : i + k, j : j + k].max(axis=(2, 3))
        return out

    def backward(self, dout):
        k = self.size
        dX = np.zeros(self.X.shape)
        for y, x, i, j in self.windows(self.X):
            for n in range(dX.shape[0]):
                for c in range(dX.shape[1]):
                    win = self.X[n, c, i : i + k, j : j + k]
                    a, b = np.unravel_index(np.argmax(win), win.shape)
                    dX[n, c, i + a, j + b] = 1
        return dX
