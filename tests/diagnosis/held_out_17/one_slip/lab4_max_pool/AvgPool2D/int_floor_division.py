# forward divides the sum with // instead of /, so the means are rounded down to whole numbers
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def forward(self, X):
        k, s = self.size, self.stride
        self.X_shape = X.shape
        H_out = (X.shape[2] - k) // s + 1
        W_out = (X.shape[3] - k) // s + 1
        total = 0
        for u in range(k):
            for v in range(k):
                total = total + X[:, :, u:u + s * (H_out - 1) + 1:s, v:v + s * (W_out - 1) + 1:s]
        return total // (k * k)

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X_shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            dX[n, c, i * s:i * s + k, j * s:j * s + k] += dZ[n, c, i, j] / k ** 2
        return dX
