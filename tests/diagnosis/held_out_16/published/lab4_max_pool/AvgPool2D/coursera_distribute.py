# Coursera's pool_backward with distribute_value: the average is dz / (n_H * n_W) of the shape (n_H, n_W), which is that of the output instead of the window, so shares and slices do not fit (wrong shares or a ValueError unless the output is as large as a window)
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    @staticmethod
    def distribute_value(dz, shape):
        (n_H, n_W) = shape
        average = dz / (n_H * n_W)
        return np.ones(shape) * average

    def forward(self, X):
        self.shape = X.shape
        f, s = self.size, self.stride
        n_H = int(1 + (X.shape[2] - f) / s)
        n_W = int(1 + (X.shape[3] - f) / s)
        A = np.zeros((X.shape[0], X.shape[1], n_H, n_W))
        for h in range(n_H):
            for w in range(n_W):
                A[:, :, h, w] = np.mean(X[:, :, h * s : h * s + f, w * s : w * s + f], axis=(2, 3), dtype=float)
        return A

    def backward(self, dZ):
        f, s = self.size, self.stride
        dA_prev = np.zeros(self.shape)
        m, n_C, n_H, n_W = dZ.shape
        for i in range(m):
            for c in range(n_C):
                for h in range(n_H):
                    for w in range(n_W):
                        part = dA_prev[i, c, h * s : h * s + f, w * s : w * s + f]
                        part += self.distribute_value(dZ[i, c, h, w], (n_H, n_W))
        return dA_prev
