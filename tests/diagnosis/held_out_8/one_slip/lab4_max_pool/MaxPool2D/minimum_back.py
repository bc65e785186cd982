# The gradient goes to the smallest of the window.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        s, k = self.stride, self.size
        self.X = X.copy()
        rows = range(0, X.shape[2] - k + 1, s)
        cols = range(0, X.shape[3] - k + 1, s)
        return np.array([[[[image[r:r + k, c:c + k].max() for c in cols] for r in rows] for image in images] for images in X])

    def backward(self, dout):
        s, k = self.stride, self.size
        d = np.zeros(self.X.shape)
        for n, c, i, j in np.ndindex(dout.shape):
            w = self.X[n, c, i * s:i * s + k, j * s:j * s + k]
            r, q = divmod(int(w.argmin()), k)
            d[n, c, i * s + r, j * s + q] += dout[n, c, i, j]
        return d
