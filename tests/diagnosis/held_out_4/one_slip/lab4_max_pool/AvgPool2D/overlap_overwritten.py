# wrong: overlapping windows overwrite each other's gradient: = for +=
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k = size
        self.s = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        N, C, H, W = X.shape
        h, w = (H - self.k) // self.s + 1, (W - self.k) // self.s + 1
        out = np.empty((N, C, h, w))
        for i, j in np.ndindex(h, w):
            win = X[..., i * self.s : i * self.s + self.k, j * self.s : j * self.s + self.k]
            out[..., i, j] = win.mean(axis=(2, 3))
        return out

    def backward(self, dout):
        dX = np.zeros(self.shape)
        for i, j in np.ndindex(dout.shape[2:]):
            a, b = i * self.s, j * self.s
            dX[..., a : a + self.k, b : b + self.k] = dout[..., i, j, None, None] / self.k**2
        return dX
