# right
# no layers, by the extremes of x
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=float), float(w)
        self.best = int(np.argmax(self.x * self.w))
        return max(self.x[self.best] * self.w, 0.0)

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        if self.x[self.best] * self.w <= 0:
            return dx, 0.0
        dx[self.best] = dz * self.w
        return dx, dz * self.x[self.best]
