# the sum of a window is divided by stride * stride instead of size * size, forwards and backwards
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride else size
        self.area = self.stride * self.stride

    def forward(self, X):
        N, C, H, W = self.shape = X.shape
        k, s = self.size, self.stride
        Ho, Wo = 1 + (H - k) // s, 1 + (W - k) // s
        total = np.zeros((N, C, Ho, Wo))
        for a in range(k):
            for b in range(k):
                total += X[:, :, a:a + s * Ho:s, b:b + s * Wo:s]
        return total / self.area

    def backward(self, dZ):
        k, s = self.size, self.stride
        Ho, Wo = dZ.shape[2:]
        dX = np.zeros(self.shape)
        for a in range(k):
            for b in range(k):
                dX[:, :, a:a + s * Ho:s, b:b + s * Wo:s] += dZ / self.area
        return dX
