# the winner's place is searched in the first image and channel only and used for all of them on the way back
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def windows(self, H, W):
        for i in range((H - self.size) // self.stride + 1):
            for j in range((W - self.size) // self.stride + 1):
                a, b = i * self.stride, j * self.stride
                yield i, j, slice(a, a + self.size), slice(b, b + self.size)

    def forward(self, X):
        self.X = X
        H, W = X.shape[2:]
        Z = np.zeros((*X.shape[:2], (H - self.size) // self.stride + 1, (W - self.size) // self.stride + 1))
        for i, j, r, c in self.windows(H, W):
            Z[..., i, j] = np.max(X[..., r, c], axis=(-2, -1))
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        for i, j, r, c in self.windows(*self.X.shape[2:]):
            p = self.X[0, 0, r, c].argmax()
            dX[:, :, r.start + p // self.size, c.start + p % self.size] += dZ[:, :, i, j]
        return dX
