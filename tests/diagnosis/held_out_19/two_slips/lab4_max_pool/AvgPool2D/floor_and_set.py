# integer division // in the forward mean; and dX is set (=), so overlaps do not add up
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.shape = X.shape
        h = (X.shape[2] - k) // s + 1
        v = (X.shape[3] - k) // s + 1
        Z = np.zeros((X.shape[0], X.shape[1], h, v))
        for i in range(h):
            for j in range(v):
                Z[:, :, i, j] = X[:, :, i * s:i * s + k, j * s:j * s + k].sum(axis=(2, 3)) // (k * k)
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s:i * s + k, j * s:j * s + k] = (dZ[:, :, i, j] / (k * k))[:, :, None, None]
        return dX
