# wrong: every tied place gets the full gradient (mask)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k = size
        self.s = stride or size

    def forward(self, X):
        self.X = X
        N, C, H, W = X.shape
        rows = (H - self.k) // self.s + 1
        cols = (W - self.k) // self.s + 1
        out = np.zeros((N, C, rows, cols))
        for i in range(rows):
            for j in range(cols):
                out[:, :, i, j] = X[:, :, i * self.s:i * self.s + self.k, j * self.s:j * self.s + self.k].max(axis=(2, 3))
        return out

    def backward(self, dout):
        N, C, H, W = self.X.shape
        dX = np.zeros((N, C, H, W))
        for n in range(N):
            for c in range(C):
                for i in range(dout.shape[2]):
                    for j in range(dout.shape[3]):
                        r, q = i * self.s, j * self.s
                        window = self.X[n, c, r:r + self.k, q:q + self.k]
                        mask = window == window.max()
                        dX[n, c, r:r + self.k, q:q + self.k] += mask * dout[n, c, i, j]
        return dX
