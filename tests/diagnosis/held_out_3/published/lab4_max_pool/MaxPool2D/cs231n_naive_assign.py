# wrong: each window sets its gradient with =, so that overlaps are lost
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.pool, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.x = X
        N, C, H, W = X.shape
        HH, WW = 1 + (H - self.pool) // self.stride, 1 + (W - self.pool) // self.stride
        out = np.zeros((N, C, HH, WW))
        for i in range(HH):
            for j in range(WW):
                h1, w1 = i * self.stride, j * self.stride
                out[:, :, i, j] = np.max(X[:, :, h1:h1 + self.pool, w1:w1 + self.pool], axis=(2, 3))
        return out

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        N, C, HH, WW = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(HH):
                    for j in range(WW):
                        h1, w1 = i * self.stride, j * self.stride
                        window = self.x[n, c, h1:h1 + self.pool, w1:w1 + self.pool]
                        r, q = np.unravel_index(window.argmax(), window.shape)
                        dx[n, c, h1 + r, w1 + q] = dout[n, c, i, j]
        return dx
