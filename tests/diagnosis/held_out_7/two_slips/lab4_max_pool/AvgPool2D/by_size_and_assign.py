# the gradient is divided by the size only; overlapping windows overwrite each other
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        self.shape = X.shape
        out = np.zeros((N, C, (H - self.size) // self.stride + 1, (W - self.size) // self.stride + 1))
        for n in range(N):
            for c in range(C):
                for i in range(out.shape[2]):
                    for j in range(out.shape[3]):
                        a, b = i * self.stride, j * self.stride
                        out[n, c, i, j] = X[n, c, a : a + self.size, b : b + self.size].mean()
        return out

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for n in range(dZ.shape[0]):
            for c in range(dZ.shape[1]):
                for i in range(dZ.shape[2]):
                    for j in range(dZ.shape[3]):
                        a, b = i * self.stride, j * self.stride
                        dX[n, c, a : a + self.size, b : b + self.size] = dZ[n, c, i, j] / self.size
        return dX
