# the mean is taken over the channels as well, all channels of an image get the same numbers
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        N, C, H, W = self.shape = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for n in range(N):
            for i in range(Z.shape[2]):
                for j in range(Z.shape[3]):
                    Z[n, :, i, j] = np.mean(X[n, :, i * s:i * s + k, j * s:j * s + k])
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        h, v = dZ.shape[2:]
        dX = np.zeros(self.shape)
        for a in range(k):
            for b in range(k):
                dX[:, :, a:a + s * h:s, b:b + s * v:s] += dZ / (k * k)
        return dX
