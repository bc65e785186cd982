# Right: no convolution at all; for positive w the best place is the largest x, for negative w the smallest.
class ConvBlock(Layer):
    def __init__(self):
        self.best = self.n = self.w = self.xb = None

    def forward(self, x, w):
        self.w, self.n = float(w), len(x)
        self.best = int(np.argmax(x) if self.w > 0 else np.argmin(x))
        self.xb = float(x[self.best])
        z = self.w * self.xb
        self.live = z > 0
        return z if self.live else 0.0

    def backward(self, dz):
        d = float(dz) * self.live
        return d * self.w * (np.arange(self.n) == self.best), d * self.xb
