# wrong: the mean is taken over axes 1 and 2, channels and rows, not over the window
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride or size

    def forward(self, X):
        self.shape = X.shape
        N, C, H, W = X.shape
        h = (H - self.size) // self.stride + 1
        w = (W - self.size) // self.stride + 1
        Z = np.zeros((N, C, h, w))
        for i in range(h):
            for j in range(w):
                a, b = i * self.stride, j * self.stride
                Z[:, :, i, j] = X[:, :, a : a + self.size, b : b + self.size].mean(axis=(1, 2))
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                a, b = i * self.stride, j * self.stride
                share = dZ[:, :, i, j] / self.size**2
                dX[:, :, a : a + self.size, b : b + self.size] += share[:, :, None, None]
        return dX
