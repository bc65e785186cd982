# The number of windows is rounded up: the last ones overhang, and average what is there.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.shape = X.shape
        oh = -(-(X.shape[2] - k) // s) + 1
        ow = -(-(X.shape[3] - k) // s) + 1
        out = np.zeros(X.shape[:2] + (oh, ow))
        for i in range(oh):
            for j in range(ow):
                out[:, :, i, j] = X[:, :, i * s:i * s + k, j * s:j * s + k].mean(axis=(2, 3))
        return out

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s:i * s + k, j * s:j * s + k] += dZ[:, :, i:i + 1, j:j + 1] / k**2
        return dX
