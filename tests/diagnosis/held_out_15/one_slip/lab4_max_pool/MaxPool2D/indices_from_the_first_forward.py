# Remembers the winners of the first forward only: once self.winners is set, later forwards leave it as it is.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.winners = None

    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        h_out, w_out = (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, C, h_out, w_out))
        winners = {}
        for n in range(N):
            for c in range(C):
                for i in range(h_out):
                    for j in range(w_out):
                        win = X[n, c, i * s:i * s + k, j * s:j * s + k]
                        u, v = np.unravel_index(np.argmax(win), win.shape)
                        winners[(n, c, i, j)] = (n, c, i * s + u, j * s + v)
                        out[n, c, i, j] = win[u, v]
        if self.winners is None:
            self.winners = winners
            self.in_shape = X.shape
        return out

    def backward(self, dZ):
        dX = np.zeros(self.in_shape)
        for key, place in self.winners.items():
            dX[place] += dZ[key]
        return dX
