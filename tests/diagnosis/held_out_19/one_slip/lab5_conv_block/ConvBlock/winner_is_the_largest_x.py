# takes the largest x for the winner, which is the smallest a when w is negative
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x = np.array(x, dtype=float)
        self.w = float(w)
        self.best = int(np.argmax(self.x))
        self.a = self.x[self.best] * self.w
        return max(self.a, 0.0)

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        dw = 0.0
        if self.a > 0:
            dx[self.best] = dz * self.w
            dw = float(dz) * self.x[self.best]
        return dx, dw
