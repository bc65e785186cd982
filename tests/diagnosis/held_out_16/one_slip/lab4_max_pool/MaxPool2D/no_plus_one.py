# the output's height and width lack the + 1: the last row and the last column of windows are missing
class MaxPool2D(Layer):
    """2-D max pooling with a square window."""

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size
        self.cache = None

    def forward(self, X):
        N, C, H, W = X.shape
        out_h = (H - self.size) // self.stride
        out_w = (W - self.size) // self.stride
        out = np.zeros((N, C, out_h, out_w), dtype=X.dtype)
        max_idx = np.zeros((N, C, out_h, out_w, 2), dtype=int)

        for n in range(N):
            for c in range(C):
                for i in range(out_h):
                    for j in range(out_w):
                        h0, w0 = i * self.stride, j * self.stride
                        window = X[n, c, h0 : h0 + self.size, w0 : w0 + self.size]
                        r, s = np.unravel_index(np.argmax(window), window.shape)
                        out[n, c, i, j] = window[r, s]
                        max_idx[n, c, i, j] = h0 + r, w0 + s

        self.cache = (X.shape, max_idx)
        return out

    def backward(self, dZ):
        X_shape, max_idx = self.cache
        dX = np.zeros(X_shape, dtype=np.float64)
        for index in np.ndindex(*max_idx.shape[:4]):
            n, c = index[:2]
            r, s = max_idx[index]
            dX[n, c, r, s] += dZ[index]
        return dX
