# W_out is computed from H, so images that are not square get a wrong number of columns; and at a tie every winner gets the full gradient.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.X = X
        h = (X.shape[2] - k) // s + 1
        w = (X.shape[2] - k) // s + 1
        Z = np.zeros((X.shape[0], X.shape[1], h, w))
        for i in range(h):
            for j in range(w):
                Z[:, :, i, j] = X[:, :, i * s:i * s + k, j * s:j * s + k].max(axis=(2, 3))
        self.Z = Z
        return Z.copy()

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                window = self.X[:, :, i * s:i * s + k, j * s:j * s + k]
                mask = window == self.Z[:, :, i:i + 1, j:j + 1]
                dX[:, :, i * s:i * s + k, j * s:j * s + k] += mask * dZ[:, :, i:i + 1, j:j + 1]
        return dX
