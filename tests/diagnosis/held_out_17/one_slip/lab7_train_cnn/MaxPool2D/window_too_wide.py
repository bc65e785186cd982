# the windows are taken as X[i : i + size + 1]: one row and column too many
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.shape = N, C, H, W = X.shape
        k, s = self.size, self.stride
        ho, wo = (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, C, ho, wo))
        self.rc = np.zeros((N, C, ho, wo, 2), dtype=int)
        for n, c, i, j in np.ndindex(out.shape):
            r, q = i * s, j * s
            win = X[n, c, r:r + k + 1, q:q + k + 1]
            u, v = np.unravel_index(win.argmax(), win.shape)
            out[n, c, i, j] = win[u, v]
            self.rc[n, c, i, j] = r + u, q + v
        return out

    def backward(self, dout):
        dX = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(dout.shape):
            r, q = self.rc[n, c, i, j]
            dX[n, c, r, q] += dout[n, c, i, j]
        return dX
