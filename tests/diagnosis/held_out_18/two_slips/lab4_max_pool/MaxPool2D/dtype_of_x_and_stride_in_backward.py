# dX has the dtype of X, so for ints and float32 it is not float64; and backward ignores the stride (window starts at i*size, j*size)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
    def forward(self, X):
        k, s = self.size, self.stride
        self.X = X
        V = np.lib.stride_tricks.sliding_window_view(X, (k, k), (2, 3))[:, :, ::s, ::s]
        V = V.reshape(V.shape[:4] + (-1,))
        self.arg = np.argmax(V, axis=4)
        return np.max(V, axis=4)
    def backward(self, dZ):
        k = self.size
        dX = np.zeros_like(self.X)
        for n, c, i, j in np.ndindex(dZ.shape):
            u, v = divmod(self.arg[n, c, i, j], k)
            dX[n, c, i * k + u, j * k + v] += dZ[n, c, i, j].astype(dX.dtype)
        return dX
