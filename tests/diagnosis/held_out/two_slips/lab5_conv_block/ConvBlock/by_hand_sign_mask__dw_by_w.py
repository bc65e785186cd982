# wrong: masked by the sign of the gradient: dh > 0; dw multiplied by w as well
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
        da = np.where(dh > 0, dh, 0)
        return da * self.w, float(np.sum(da * self.x * self.w))
