# wrong: backward does not divide by the window's size
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def forward(self, X):
        self.shape = X.shape
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        out = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i in range(k):
            for j in range(k):
                out += X[:, :, i:i + s * (out.shape[2] - 1) + 1:s, j:j + s * (out.shape[3] - 1) + 1:s]
        return out / (k * k)

    def backward(self, dout):
        g = np.zeros(self.shape)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                a, b = i * self.stride, j * self.stride
                g[:, :, a:a + self.size, b:b + self.size] += dout[:, :, i, j][:, :, None, None]
        return g
