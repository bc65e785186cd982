# wrong: every tied place gets the full gradient; windows that hang over the end count too
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def out_size(self, n):
        return int(np.ceil((n - self.size) / self.stride)) + 1

    def forward(self, X):
        self.X = X
        N, C, H, W = X.shape
        Z = np.zeros((N, C, self.out_size(H), self.out_size(W)))
        for i in range(Z.shape[2]):
            for j in range(Z.shape[3]):
                r, c = i * self.stride, j * self.stride
                Z[:, :, i, j] = X[:, :, r : r + self.size, c : c + self.size].max(axis=(2, 3))
        self.Z = Z
        return Z.copy()

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                r, c = i * self.stride, j * self.stride
                window = self.X[:, :, r : r + self.size, c : c + self.size]
                mask = window == self.Z[:, :, i, j][:, :, None, None]
                dX[:, :, r : r + self.size, c : c + self.size] += mask * dZ[:, :, i, j][:, :, None, None]
        return dX
