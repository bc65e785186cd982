# the winner's place is an index into h[1:], one too small unless the first entry wins (enumerate over h[1:] without start=1)
class MaxPool(Layer):
    def forward(self, h):
        self.n = len(h)
        best, where = h[0], 0
        for i, v in enumerate(h[1:]):
            if v > best:
                best, where = v, i
        self.where = where
        return float(best)

    def backward(self, dz):
        g = np.zeros(self.n)
        g[self.where] = dz
        return g
