# wrong: overlapping windows overwrite each other (=); and the gradient goes to all ties
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        N, C, H, W = X.shape
        h, v = (H - self.size) // self.stride + 1, (W - self.size) // self.stride + 1
        out = np.zeros((N, C, h, v))
        for i in range(h):
            for j in range(v):
                out[:, :, i, j] = self.win(X, i, j).max(axis=(-1, -2))
        return out

    def win(self, A, i, j):
        s, k = self.stride, self.size
        return A[:, :, i * s:i * s + k, j * s:j * s + k]

    def backward(self, dout):
        dX = np.zeros(self.X.shape)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                window = self.win(self.X, i, j)
                mask = window == window.max(axis=(2, 3), keepdims=True)
                self.win(dX, i, j)[...] = mask * dout[:, :, i, j, None, None]
        return dX
