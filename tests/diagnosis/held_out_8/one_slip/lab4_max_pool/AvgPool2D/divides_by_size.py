# The gradient is shared by size, not by size squared.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        k, s = self.size, self.stride
        h, w = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        out = np.zeros(X.shape[:2] + (h, w))
        for i in range(h):
            for j in range(w):
                out[:, :, i, j] = X[:, :, i * s:i * s + k, j * s:j * s + k].mean(axis=(2, 3))
        return out

    def backward(self, dout):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                dX[:, :, i * s:i * s + k, j * s:j * s + k] += dout[:, :, i:i + 1, j:j + 1] / k
        return dX
