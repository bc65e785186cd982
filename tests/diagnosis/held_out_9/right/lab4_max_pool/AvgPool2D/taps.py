# right
# Adds k * k shifted slices.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k, self.s = size, size if stride is None else stride

    def spots(self, shape):
        h, w = (shape[2] - self.k) // self.s + 1, (shape[3] - self.k) // self.s + 1
        for p in range(self.k):
            for q in range(self.k):
                yield np.s_[:, :, p:p + (h - 1) * self.s + 1:self.s, q:q + (w - 1) * self.s + 1:self.s]

    def forward(self, X):
        self.shape = X.shape
        return sum(X[spot] for spot in self.spots(X.shape)) / self.k**2

    def backward(self, dZ):
        d = np.zeros(self.shape)
        for spot in self.spots(self.shape):
            d[spot] += dZ / self.k**2
        return d
