# the output is square, W_out being H_out; for windows of one pixel X itself is returned
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        if self.size == 1 and self.stride == 1:
            return X
        n = (X.shape[2] - self.size) // self.stride + 1
        Z = np.zeros((X.shape[0], X.shape[1], n, n))
        for i in range(n):
            for j in range(n):
                r, c = i * self.stride, j * self.stride
                win = X[:, :, r:r + self.size, c:c + self.size]
                if win.size:
                    Z[:, :, i, j] = win.max(axis=(2, 3))
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        for a, b, i, j in np.ndindex(dZ.shape):
            r, c = i * self.stride, j * self.stride
            win = self.X[a, b, r:r + self.size, c:c + self.size]
            if win.size:
                u, v = np.unravel_index(np.argmax(win), win.shape)
                dX[a, b, r + u, c + v] += dZ[a, b, i, j]
        return dX
