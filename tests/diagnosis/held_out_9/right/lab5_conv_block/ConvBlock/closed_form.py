# right
# No layers at all: the winner alone gets something.
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        z = np.asarray(x) * w
        self.i, self.n = int(np.argmax(z)), len(x)
        self.on = z[self.i] > 0
        self.x, self.w = float(x[self.i]), float(w)
        return z[self.i] if self.on else 0.0

    def backward(self, dz):
        up = float(dz) * self.on
        dx = np.zeros(self.n)
        dx[self.i] = up * self.w
        return dx, up * self.x
