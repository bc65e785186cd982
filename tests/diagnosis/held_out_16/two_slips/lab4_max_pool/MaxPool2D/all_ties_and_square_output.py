# two slips: at a tie every winner gets the full upstream gradient, and the output is taken to be as wide as high (H_out both ways: columns of wide images are left out, tall ones raise)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        k, s = self.size, self.stride
        n = (X.shape[2] - k) // s + 1
        self.Z = np.zeros((X.shape[0], X.shape[1], n, n))
        for i in range(n):
            for j in range(n):
                self.Z[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].max(axis=(2, 3))
        return self.Z.copy()

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                part = np.s_[:, :, i * s : i * s + k, j * s : j * s + k]
                mask = self.X[part] == self.Z[:, :, i : i + 1, j : j + 1]
                dX[part] += mask * dZ[:, :, i : i + 1, j : j + 1]
        return dX
