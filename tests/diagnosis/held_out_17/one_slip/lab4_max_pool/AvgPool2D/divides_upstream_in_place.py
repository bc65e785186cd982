# backward divides the upstream gradient in place (dZ /= size * size), so the caller's array is changed (and an int one raises)
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k = size
        self.s = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        k, s = self.k, self.s
        ho, wo = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        out = np.zeros(X.shape[:2] + (ho, wo))
        for i in range(ho):
            for j in range(wo):
                out[..., i, j] = np.average(X[..., i * s:i * s + k, j * s:j * s + k], axis=(2, 3))
        return out

    def backward(self, dZ):
        k, s = self.k, self.s
        dX = np.zeros(self.shape)
        dZ /= k * k
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[..., i * s:i * s + k, j * s:j * s + k] += dZ[..., i:i + 1, j:j + 1]
        return dX
