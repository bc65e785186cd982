# wrong: backward forgets the ReLU: a dead block passes gradient
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x = np.asarray(x, dtype=float)
        self.w = float(w)
        self.a = self.x * self.w
        self.h = np.maximum(self.a, 0)
        self.best = int(np.argmax(self.h))
        return self.h[self.best]

    def backward(self, dz):
        dh = np.zeros(len(self.x))
        dh[self.best] = dz
        da = dh
        return da * self.w, float(np.sum(da * self.x))
