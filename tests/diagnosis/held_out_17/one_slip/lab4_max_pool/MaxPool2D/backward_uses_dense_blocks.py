# backward places the window of output (i, j) at i * size, j * size although forward uses the stride, so gradients land wrong where stride differs from size
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        k, s = self.size, self.stride
        w = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        self.arg = w.reshape(w.shape[:4] + (-1,)).argmax(-1)
        return w.max(axis=(-2, -1))

    def backward(self, dZ):
        k = self.size
        dX = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(self.arg.shape):
            u, v = divmod(int(self.arg[n, c, i, j]), k)
            y, x = i * k + u, j * k + v
            if y < self.shape[2] and x < self.shape[3]:
                dX[n, c, y, x] += dZ[n, c, i, j]
        return dX
