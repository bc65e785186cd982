"""Idea: No number is below -1e9.
Hint: What does yours give for numbers that are all below that? The largest of some entries is one
    of them.
Family: special values
Fails: test_MaxPool2D_stride
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.shape, k, s = X.shape, self.size, self.stride
        N, C, H, W = X.shape
        Z = np.full((N, C, (H - k) // s + 1, (W - k) // s + 1), -1e9)
        self.winners = {}
        for n, c, i, j in np.ndindex(Z.shape):
            self.winners[n, c, i, j] = n, c, i * s, j * s
            for u, v in np.ndindex(k, k):
                if X[n, c, i * s + u, j * s + v] > Z[n, c, i, j]:
                    Z[n, c, i, j] = X[n, c, i * s + u, j * s + v]
                    self.winners[n, c, i, j] = n, c, i * s + u, j * s + v
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for place, winner in self.winners.items():
            dX[winner] += dZ[place]
        return dX
