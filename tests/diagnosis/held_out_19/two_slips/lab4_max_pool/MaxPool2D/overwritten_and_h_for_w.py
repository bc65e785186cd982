# overlapping windows overwrite each other's gradient (=); and the number of columns is taken from H
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        N, C, H, W = X.shape
        self.out = (H - self.size) // self.stride + 1
        Z = np.zeros((N, C, self.out, self.out))
        for n in range(N):
            for c in range(C):
                for i in range(self.out):
                    for j in range(self.out):
                        y, x = i * self.stride, j * self.stride
                        Z[n, c, i, j] = np.max(X[n, c, y:y + self.size, x:x + self.size])
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        for n in range(dZ.shape[0]):
            for c in range(dZ.shape[1]):
                for i in range(self.out):
                    for j in range(self.out):
                        y, x = i * self.stride, j * self.stride
                        win = self.X[n, c, y:y + self.size, x:x + self.size]
                        p = np.argmax(win)
                        dX[n, c, y + p // self.size, x + p % self.size] = dZ[n, c, i, j]
        return dX
