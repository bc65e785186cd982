# the maximum is taken over the channels as well: every channel of the output holds the largest of all channels, and the gradient goes to that channel
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        out = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        self.winners = {}
        for n, c, i, j in np.ndindex(out.shape):
            win = X[n, :, i * s:i * s + k, j * s:j * s + k]
            d, u, v = np.unravel_index(np.argmax(win), win.shape)
            out[n, c, i, j] = win[d, u, v]
            self.winners[n, c, i, j] = n, d, i * s + u, j * s + v
        return out

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for q in self.winners:
            dX[self.winners[q]] += dZ[q]
        return dX
