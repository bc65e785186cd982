# the pool takes the smallest instead of the largest rectified entry; the upstream gradient is not used on the way back
class ConvBlock(Layer):
    def __init__(self):
        self.h = None

    def forward(self, x, w):
        self.x, self.w = x, w
        self.h = np.maximum(w * x, 0)
        return self.h.min()

    def backward(self, dz):
        i = self.h.argmin()
        dx = np.zeros(len(self.x))
        dw = 0.0
        if self.h[i] > 0:
            dx[i] = self.w
            dw = float(self.x[i])
        return dx, dw
