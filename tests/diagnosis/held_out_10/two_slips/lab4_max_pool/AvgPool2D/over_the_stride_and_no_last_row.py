# backward divides by the stride squared; and forward has one row too few.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        s, t = self.size, self.stride
        self.shape = X.shape
        h, v = (X.shape[2] - s) // t, (X.shape[3] - s) // t + 1
        out = np.zeros((*X.shape[:2], h, v))
        for i in range(h):
            for j in range(v):
                out[:, :, i, j] = X[:, :, i * t:i * t + s, j * t:j * t + s].mean((2, 3))
        return out

    def backward(self, dZ):
        s, t = self.size, self.stride
        dX = np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * t:i * t + s, j * t:j * t + s] += dZ[:, :, i, j][..., None, None] / t**2
        return dX
