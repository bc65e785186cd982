# the running maximum starts at 0, so windows of negative numbers give 0
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.shape = N, C, H, W = X.shape
        h, v = (H - k) // s + 1, (W - k) // s + 1
        Z = np.zeros((N, C, h, v))
        self.arg = np.zeros((N, C, h, v), int)
        for i in range(h):
            for j in range(v):
                cells = X[:, :, i * s:i * s + k, j * s:j * s + k].reshape(N, C, -1)
                self.arg[:, :, i, j] = np.argmax(cells, axis=2)
                for q in range(k * k):
                    Z[:, :, i, j] = np.maximum(Z[:, :, i, j], cells[:, :, q])
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        n, c, i, j = np.indices(dZ.shape)
        dX = np.zeros(self.shape)
        np.add.at(dX, (n, c, i * s + self.arg // k, j * s + self.arg % k), dZ)
        return dX
