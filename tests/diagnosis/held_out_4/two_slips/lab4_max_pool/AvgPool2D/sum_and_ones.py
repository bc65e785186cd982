# wrong: forward sums and does not average; backward does not divide either
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k, self.s = size, size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        w = np.lib.stride_tricks.sliding_window_view(X, (self.k, self.k), (2, 3))
        return w[:, :, :: self.s, :: self.s].sum((4, 5), dtype=float)

    def backward(self, dout):
        dX = np.zeros(self.shape)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                dX[:, :, i * self.s : i * self.s + self.k, j * self.s : j * self.s + self.k] += (
                    dout[:, :, i : i + 1, j : j + 1]
                )
        return dX
