# wrong: argmax of x, not of the rectified map
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x = np.asarray(x, dtype=float)
        self.w = float(w)
        self.a = self.x * self.w
        self.h = np.maximum(self.a, 0)
        self.best = int(np.argmax(self.x))
        return self.h[self.best]

    def backward(self, dz):
        dh = np.zeros(len(self.x))
        dh[self.best] = dz
        da = np.where(self.a > 0, dh, 0)
        return da * self.w, float(np.sum(da * self.x))
