# right: no layers at all: the block is the largest of 0, w times the largest x and w times the smallest x
class ConvBlock(Layer):
    def __init__(self):
        self.memory = ()

    def forward(self, x, w):
        at = x.argmax() if w > 0 else x.argmin()
        self.memory = len(x), at, float(x[at]), float(w)
        return max(0, x[at] * w)

    def backward(self, dz):
        n, at, best, w = self.memory
        live = float(dz) if best * w > 0 else 0.0
        dx = np.zeros(n)
        dx[at] = live * w
        return dx, live * best
