# Windows across start at j, not j * stride, in the forward pass; gradients are overwritten.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        self.shape = X.shape
        self.winners = {}
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1), dtype=X.dtype)
        for place in np.ndindex(Z.shape):
            n, c, i, j = place
            i0, j0 = i * s, j
            win = X[n, c, i0:i0 + k, j0:j0 + k]
            u, v = np.unravel_index(win.argmax(), win.shape)
            self.winners[place] = n, c, i0 + u, j0 + v
            Z[place] = win[u, v]
        return Z

    def backward(self, dout):
        dX = np.zeros(self.shape)
        for place, winner in self.winners.items():
            dX[winner] = dout[place]
        return dX
