# wrong: divided by H * W of the map
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.f = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        m, n_C, H, W = X.shape
        n_H = int(1 + (H - self.f) / self.stride)
        n_W = int(1 + (W - self.f) / self.stride)
        A = np.empty((m, n_C, n_H, n_W))
        for h in range(n_H):
            for w in range(n_W):
                y, x = h * self.stride, w * self.stride
                A[:, :, h, w] = X[:, :, y:y + self.f, x:x + self.f].mean((2, 3))
        return A

    def backward(self, dout):
        dA_prev = np.zeros(self.shape)
        for h in range(dout.shape[2]):
            for w in range(dout.shape[3]):
                y, x = h * self.stride, w * self.stride
                average = dout[:, :, h, w] / (dout.shape[2] * dout.shape[3])
                dA_prev[:, :, y:y + self.f, x:x + self.f] += np.ones((self.f, self.f)) * average[:, :, None, None]
        return dA_prev
