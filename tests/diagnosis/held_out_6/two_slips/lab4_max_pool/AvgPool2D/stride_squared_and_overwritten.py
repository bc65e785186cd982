# wrong: forward divides the sum by stride squared; backward overwrites where windows overlap
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        k, s = self.size, self.stride
        rows = range(0, X.shape[2] - k + 1, s)
        cols = range(0, X.shape[3] - k + 1, s)
        sums = [[X[:, :, r : r + k, c : c + k].sum(axis=(2, 3)) for c in cols] for r in rows]
        return np.array(sums).transpose(2, 3, 0, 1) / s**2

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s : i * s + k, j * s : j * s + k] = dZ[:, :, i : i + 1, j : j + 1] / k**2
        return dX
