# The height of the output serves for its width; ties get the full gradient each.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        k, s = self.size, self.stride
        n = (X.shape[2] - k) // s + 1
        self.out = np.zeros(X.shape[:2] + (n, n))
        for i in range(n):
            for j in range(n):
                self.out[:, :, i, j] = X[:, :, i * s:i * s + k, j * s:j * s + k].max(axis=(2, 3))
        return self.out.copy()

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for i in range(self.out.shape[2]):
            for j in range(self.out.shape[3]):
                win = self.X[:, :, i * s:i * s + k, j * s:j * s + k]
                mask = win == self.out[:, :, i:i + 1, j:j + 1]
                dX[:, :, i * s:i * s + k, j * s:j * s + k] += mask * dZ[:, :, i:i + 1, j:j + 1]
        return dX
